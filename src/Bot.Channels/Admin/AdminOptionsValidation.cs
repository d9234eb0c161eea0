using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Says what is wrong with the key, and never the key.</summary>
internal sealed class AdminOptionsValidation : IValidateOptions<AdminOptions>
{
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        if (string.IsNullOrEmpty(options.Key))
            return ValidateOptionsResult.Success;
        if (options.Key.Any(c => c is < '!' or > '~'))
            return ValidateOptionsResult.Fail("Admin:Key 的值不可用：只能用英文字母、数字和半角符号，不含空格；或留空，即不开放更正。");
        return options.Key.Length >= AdminOptions.MinimumKeyLength
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Admin:Key 的值不可用：应至少 {AdminOptions.MinimumKeyLength} 个字符，现在有 {options.Key.Length} 个；或留空，即不开放更正。");
    }
}
