using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>A folder that can be made or is there, and no file.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WritableFolderAttribute()
    : ValidationAttribute("须为可以写入的文件夹（没有时自动建立） | a folder the program may write to (made when missing)")
{
    public override bool IsValid(object? value)
    {
        if (value is not string { Length: > 0 } path)
            return true;
        try
        {
            Directory.CreateDirectory(path);
            // The only portable way to learn whether writing is allowed is to write.
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():n}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
                return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
