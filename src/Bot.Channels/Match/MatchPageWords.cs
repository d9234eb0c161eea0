using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What the page of matched measures and its print say, in one language.</summary>
internal sealed record MatchPageWords(bool IsEnglish)
{
    /// <summary>How many of the things to tell next are worth saying at once.</summary>
    public const int MostAsked = 4;

    /// <summary>For the attribute lang of the bot's own words.</summary>
    public string Language => IsEnglish ? "en" : "zh-CN";

    public string Say(string chinese, string english) => IsEnglish ? english : chinese;

    public string Verdict(string wire) => MatchWording.Verdict(Enum.Parse<ConditionVerdict>(wire, ignoreCase: true), IsEnglish);

    public string State(string wire) => MatchWording.State(Enum.Parse<MeasureState>(wire, ignoreCase: true), IsEnglish);

    public string Fit(MatchedBody measure) => measure.Fit switch
    {
        "fits" => Say("自身条件均已满足", "own conditions met"),
        "mayFit" => Say("可能适用", "may apply"),
        _ => Say("暂不符合", "does not fit as it stands"),
    };

    public string Name(Region region) => IsEnglish && region.English.Length > 0 ? region.English : region.Name;

    /// <summary>贴息, loan subsidy; in English the name on the wire is its words.</summary>
    public string Instrument(string wire) => Say(
        MeasureText.Chinese(MeasureNames.Instruments, wire), string.Concat(wire.Select(each => char.IsUpper(each) ? $" {char.ToLowerInvariant(each)}" : $"{each}")));

    /// <summary>How long the measure holds, or of what year it is told; empty when nothing is written.</summary>
    public string Time(MatchedBody measure) => (measure.ValidFrom, measure.ValidTo) switch
    {
        ({ } from, { } to) => $"{MeasureText.Day(from)} – {MeasureText.Day(to)}",
        ({ } from, null) => Say($"自{MeasureText.Day(from)}起", $"from {MeasureText.Day(from)}"),
        (null, { } to) => Say($"至{MeasureText.Day(to)}", $"until {MeasureText.Day(to)}"),
        _ => measure.Year is { } year ? Say($"{year}年", $"{year}") : "",
    };

    /// <summary>如待确认的条件均满足，可得20万元（每年）.</summary>
    public string Gain(GainBody gain)
    {
        string about = gain.About ? Say("约", "about ") : "";
        string atMost = gain.AtMost ? Say("最多", "at most ") : "";
        string yearly = gain.Recurrence == "yearly" ? Say("（每年）", " a year") : "";
        string proviso = gain.Provided ? Say("如待确认的条件均满足，", "if what is to be confirmed holds, ") : "";
        string years = gain.Years is { } most ? Say($"，最多{most}年", $", for {most} years at most") : "";
        return Say($"{proviso}{atMost}可得{about}{gain.Written}{yearly}{years}", $"{proviso}in all {atMost}{about}{gain.Written}{yearly}{years}");
    }

    /// <summary>How many measures there are, in a sentence.</summary>
    public string Count(MatchBody match)
    {
        if (match.NeedsPlace)
            return Say("先告诉我企业注册在哪里", "First, where is it registered?");
        int fitting = match.Measures.Count(measure => measure.Fit == "fits");
        return match.Measures.Count switch
        {
            0 when match.NearMisses.Count > 0 => Say("没有条件全部相符的措施，最接近的在下面", "No measure fits as it stands; those below come nearest"),
            0 => Say("没有找到适用的措施", "No measure found"),
            var count => Say(
                $"{count} 项措施可能适用{(fitting > 0 ? $"，其中 {fitting} 项的自身条件均已满足" : "")}",
                $"{count} {(count == 1 ? "measure" : "measures")} may apply{(fitting > 0 ? $", {fitting} with all own conditions met" : "")}"),
        };
    }
}
