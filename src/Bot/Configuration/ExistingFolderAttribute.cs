using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>A folder that is there.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExistingFolderAttribute()
    : ValidationAttribute("须为一个已有的文件夹（相对路径从当前目录算起） | an existing folder (a relative path starts at the working directory)")
{
    public override bool IsValid(object? value) => value is not string path || path.Length == 0 || Directory.Exists(path);
}
