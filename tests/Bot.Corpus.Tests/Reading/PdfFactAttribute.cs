using System.ComponentModel;
using System.Diagnostics;

namespace Bot.Corpus.Tests;

/// <summary>A test that needs pdftotext; skipped, and seen to be, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfFactAttribute : FactAttribute
{
    private static readonly bool IsInstalled = FindProgram();

    public PdfFactAttribute()
    {
        if (!IsInstalled)
            Skip = "No pdftotext: install poppler-utils.";
    }

    private static bool FindProgram()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
