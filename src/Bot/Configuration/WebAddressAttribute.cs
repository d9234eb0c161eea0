using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>An http or https address, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : ValidationAttribute("须为以 http:// 或 https:// 开头的网址 | an http or https address")
{
    public override bool IsValid(object? value) =>
        value is not string text || text.Length == 0
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps));
}
