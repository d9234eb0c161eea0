using System.Text.RegularExpressions;
using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>Tells words that only tell facts of an enterprise (去年研发260万, 我们是高企, 绍兴) from those that ask.</summary>
internal static partial class Telling
{
    // 在绍兴的, and a full stop.
    private const int BesidePlace = 3;

    public static bool IsAsking(string folded) => Asking().IsMatch(folded);

    /// <summary>
    /// True where nothing is asked. Words without a fact about oneself (绍兴高企数量) are a question put short, those with a place of
    /// their own (绍兴研发经费260亿元) a claim about it.
    /// </summary>
    /// <param name="told">What was read of the words.</param>
    public static bool IsTelling(string folded, EnterpriseProfile told) =>
        !told.IsEmpty && !IsAsking(folded)
        && ((told.Region is null && (!told.Quantities.IsEmpty || told.Founded is not null)) || OfSelf().IsMatch(folded) || IsPlaceAlone(folded));

    private static bool IsPlaceAlone(string folded) =>
        Gazetteer.Default.FindIn(folded) is [{ IsGuess: false, Span: var place }] && folded.Length - place.Length <= BesidePlace;

    [GeneratedRegex("[?]|多少|什么|哪|几|怎|如何|吗|呢|是否|能不能|可不可以|有没有|有无|对吧|对不对|是不是|目标|计划|^(?:how|what|which|when|where|who|why|does|do|is|are|can) ")]
    private static partial Regex Asking();

    [GeneratedRegex("^(?:还|也|都|已经|其实|现在)?(?:不是|没有|没|是|有|属于|在)|我们|我司|我公司|我厂|本公司|本企业|咱|公司是|企业是|we |our ")]
    private static partial Regex OfSelf();
}
