using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Understanding;

/// <summary>Tells whether a question asks how a figure moved over the years.</summary>
internal sealed partial class TrendReader(QuestionWords words)
{
    private const int MostYearsBack = 20;

    /// <summary>Null when it asks for anything else: two years side by side are a comparison, one year is no course.</summary>
    public TrendAsk? Read(QuestionReading reading)
    {
        if (reading.Kind is not (QuestionKind.Open or QuestionKind.Figure or QuestionKind.Comparison) || reading.IsPremise || reading.AsksCeiling || reading.AsksSupport)
            return null;
        var isNamed = words.Has("trend", reading.Folded);
        var isRange = Range().IsMatch(reading.Folded);
        if (!isRange && (reading.Years.Length is 1 or 2 || reading.RelativeYear is not null))
            return null;
        if (isNamed)
            return new TrendAsk(IsNamed: true, isRange ? null : LastYearsOf(reading.Folded));
        return isRange && reading.AsksNumber && reading.Years.Length > 1 ? new TrendAsk(IsNamed: false, null) : null;
    }

    private static int? LastYearsOf(string folded)
    {
        var match = Back().Match(folded);
        if (!match.Success)
            return null;
        var number = match.Groups["n"].Value;
        var years = EnglishNumbers.IndexOf(number) is var at && at >= 0 ? at
            : int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits
            : NumberScanner.Scan(number + "年") is [var chinese] ? (int)chinese.Scaled
            : 0;
        return years is > 1 and <= MostYearsBack ? years : null;
    }

    private static readonly List<string> EnglishNumbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    [GeneratedRegex(@"(近|最近|过去|前)(?<n>[二两三四五六七八九十]|\d{1,2})个?年(?!级)|(last|past) (?<n>[a-z]+|\d{1,2}) years")]
    private static partial Regex Back();

    [GeneratedRegex(@"(19|20)\d\d年?(-|到|至|~)(19|20)\d\d|\d\d年(-|到|至|~)\d\d年|from (19|20)\d\d to (19|20)\d\d")]
    private static partial Regex Range();
}
