using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What is said in dialogues about measures, and the words by which people steer them.</summary>
internal static partial class MatchWords
{
    public static string Stale(ChatLanguage language) => language.Say("这一步已经过去了，请看最新的一条。", "That step is over: please look at the latest message.");

    public static string NotYours(ChatLanguage language) => language.Say("这是别人的问答；要匹配自己的企业请发 /match。", "This is somebody else's dialogue: send /match for your own.");

    public static string Interrupted(ChatLanguage language) => language.Say(
        "这一轮已中断（超过半小时没有回应，或程序重启过），发 /match 重新开始。", "That dialogue was interrupted (half an hour without a word, or a restart): send /match to begin anew.");

    /// <summary>The list holds only what holds in the whole country.</summary>
    public static string OnlyNational(Region? region, ChatLanguage language) => region is null
        ? language.Say("没有注册地，只能列全国适用的措施；省、市、县（区）自己的措施要说了注册地才能判断，随时可以补上。",
            "Without a place only what holds in the whole country can be listed; tell the place at any time, and the measures of province, city and district are judged, too. ")
        : language.Say($"资料中没有{region}自己的措施规定，以下是全国适用的。", $"The documents set no measures of {NameOf(region, language)}'s own; these hold in the whole country. ");

    public static string NeedUnserved(string need, ChatLanguage language) => language.Say(
        $"没有专门写明针对“{need}”的措施，以下是其他可能适用的。", $"No measure is written for “{need}”; these are others that may apply. ");

    public static string NoMeasures(ChatLanguage language) => language.Say(
        "现有资料里还没有可以匹配的政策措施；工作报告里的内容可以直接提问。", "The documents here set no measures that could be matched; you can ask about the reports.");

    public static string Known(EnterpriseProfile profile, ChatLanguage language) =>
        ProfileText.Of(profile, language is ChatLanguage.English) is { Length: > 0 } words ? language.Say($"已知：{words}", $"Told so far: {words}") : "";

    public static string Kept(EnterpriseProfile kept, DateTimeOffset at, ChatLanguage language)
    {
        var (words, day) = (ProfileText.Of(kept, language is ChatLanguage.English), at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return language.Say($"您保存的企业情况（{day}）：{words}。\n\n要用它匹配吗？也可以直接写要更正的地方。", $"Your kept profile ({day}): {words}.\n\nUse it? You can also write what has changed.");
    }

    public static string Offer(ChatLanguage language) => language.Say(
        "要保存以上企业情况、下次 /match 直接使用吗？保存后可随时用 /match 或 /privacy 删除。",
        "Keep what you told, so that /match can use it next time? You can delete it any time by /match or /privacy.");

    public static string Saved(ChatLanguage language) => language.Say("已保存。下次发 /match 就能直接用；/privacy 可查看和删除。", "Kept. /match will use it next time; /privacy shows and deletes it.");

    public static string NotSaved(ChatLanguage language) => language.Say("好的，没有保存。", "Fine: nothing was kept.");

    public static string Deleted(ChatLanguage language) => language.Say("已删除保存的企业情况。要重新匹配请发 /match。", "Your profile is deleted. /match begins anew.");

    public static string Cancelled(ChatLanguage language) => language.Say("已结束，没有保存任何内容。", "Ended; nothing was kept.");

    public static string StillUnread(ChatLanguage language) => language.Say("还是没读懂，这一问先跳过。", "I still can't read that, so this question is left open.");

    public static string Edited(ChatLanguage language) => language.Say(
        "修改旧消息不会改动已答的内容：请返回上一问，或直接把要更正的写出来。", "Editing an old message changes nothing: go back, or write what is to be corrected.");

    public static string AskingNeedsMark(ChatLanguage language) => language.Say("（如果是在提问，请以问号结尾。）", "(If you are asking something, end it with a question mark.)");

    /// <summary>Why there is no list.</summary>
    public static string Nothing(EnterpriseProfile profile, ImmutableArray<string> places, ChatLanguage language)
    {
        const int Most = 8;
        var named = string.Join(language.Say("、", ", "), places.Take(Most)) + (places.Length > Most ? language.Say("等", " and others") : "");
        var covered = language.Say($"资料中载有措施规定的地区：{named}。", $"The documents here set measures for: {named}.");
        return profile.Region is not { } region
            ? language.Say("资料里的措施都是按注册地定的，没有注册地就列不出清单。", "The measures in the documents hold for a place: without it there is no list. ") + covered
                + language.Say("写出注册在哪个市、县（区）即可继续。", " Write where it is registered to go on.")
            : places.Contains(region.Name)
                ? language.Say("按目前所说的情况，资料中没有可以列出的措施。", "By what was told, the documents hold no measure to list.")
                : language.Say($"资料中没有{region}的措施规定。", $"The documents set no measures for {NameOf(region, language)}. ") + covered;
    }

    private static string NameOf(Region region, ChatLanguage language) => language is ChatLanguage.English && region.English.Length > 0 ? region.English : region.Name;

    public static string Label(MatchAction action, ChatLanguage language) => action switch
    {
        MatchAction.Skip => language.Say("跳过", "Skip"),
        MatchAction.Back => language.Say("返回", "Back"),
        MatchAction.Finish => language.Say("直接看清单", "Show the list"),
        MatchAction.Keep => language.Say("保存", "Keep"),
        MatchAction.Discard => language.Say("不保存", "Don't keep"),
        MatchAction.Use => language.Say("用它匹配", "Use it"),
        MatchAction.Change => language.Say("修改", "Change"),
        MatchAction.Anew => language.Say("重新填写", "Begin anew"),
        MatchAction.Delete => language.Say("删除", "Delete"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An option is called as its question says."),
    };

    /// <summary>How to answer where there are no buttons.</summary>
    public static string Numbered(MatchStage stage, bool hasOptions, ChatLanguage language) => stage is MatchStage.Asking
        ? language.Say(
            $"{(TakesSeveral(stage) ? "回复序号（可写几个，如 1、3），或直接写出来" : hasOptions ? "回复序号，或直接写出来" : "直接写出来即可")}；0 跳过，“返回”回到上一问，“结束”看完整清单。",
            $"{(TakesSeveral(stage) ? "Reply with one or more numbers (1, 3), or in your own words" : hasOptions ? "Reply with a number, or in your own words" : "Reply in your own words")}; 0 skips, “back” goes back, “done” shows the whole list.")
        : language.Say("回复序号即可。", "Reply with a number.");

    private static bool TakesSeveral(MatchStage stage) => stage is MatchStage.Asking { State.Question.TakesSeveral: true };

    /// <summary>Words that are nothing but an answer to a question of a dialogue; a year may be a question put short.</summary>
    public static bool IsAnswerAlone(string words) => Steering(words) is not null || NumberAlone().IsMatch(words);

    /// <summary>What words steer; null: they say something else.</summary>
    public static MatchAction? Steering(string words) =>
        SkipWords().IsMatch(words) ? MatchAction.Skip
        : BackWords().IsMatch(words) ? MatchAction.Back
        : FinishWords().IsMatch(words) ? MatchAction.Finish
        : null;

    public static bool IsCancel(string words) => CancelWords().IsMatch(words);

    [GeneratedRegex("^(?!(?:19|20)\\d\\d$)\\d{1,5}[.。]?$")]
    private static partial Regex NumberAlone();

    [GeneratedRegex("^(?:跳过|略过|下一[问个题]|0|０|skip|pass|next)[。.!！]?$", RegexOptions.IgnoreCase)]
    private static partial Regex SkipWords();

    [GeneratedRegex("^(?:返回|上一[问步个题]|back)[。.!！]?$", RegexOptions.IgnoreCase)]
    private static partial Regex BackWords();

    [GeneratedRegex("^(?:结束|完成|好了|(?:直接)?看?清单|finish|done|list|show the list)[。.!！]?$", RegexOptions.IgnoreCase)]
    private static partial Regex FinishWords();

    [GeneratedRegex("^(?:取消|退出|算了|不匹配了|cancel|quit|exit|stop)[。.!！]?$", RegexOptions.IgnoreCase)]
    private static partial Regex CancelWords();
}
