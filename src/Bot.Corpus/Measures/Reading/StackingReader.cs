using System.Text.RegularExpressions;

namespace Bot.Corpus;

/// <summary>Reads how measures go together: 按就高不重复原则, 已享受的给予补差, 可叠加享受.</summary>
internal sealed class StackingReader(PolicyText text)
{
    private static readonly (StackingKind Kind, Regex Form)[] Forms =
    [
        (StackingKind.Adds, MeasureWords.Form("(?<!不)(?<!不得)(?<!不能)(?<!不可)(?:可以?叠加|叠加享受|可?同时享受|可累加|可以?重复享受|可兼得|不予扣减|不予扣除|不再扣减|不扣减|(?<!不)累加享受)")),
        (StackingKind.Difference, MeasureWords.Form("补差|补足差额|差额(?:部分)?(?:给予|补|奖)|予以扣除|(?:已|以往|此前|前期)[^,;。]{0,24}(?:享受|获得|奖励|补助|资助)[^。;]{0,24}(?<!不予|不再|不)(?:扣除|补足|差额|抵扣|扣减)|晋级[^,;。]{0,12}差额|按差额")),
        (StackingKind.HighestOnly, MeasureWords.Form("就高不重复|从高不重复|就高[^,;。]{0,8}不重复|择高|从优不重复|从高从优|就高(?:原则|执行|享受)|择优不重复|不重复(?:享受|奖励|支持|补助|资助|计算|兑现|给予|申[报领请])|不得?重复(?:享受|申报|申请|支持|奖励|补助|资助|申领)|不可重复|不能重复|只能?(?:享受|选择|申报)其?中?[^,;。]{0,10}(?:一项|一次|其一|一类)|不叠加|不得叠加|不予重复|不得同时享受|不可同时享受|金额较高的一项|就高原则|较高的一项|只享受一次|取高|最高(?:一)?项(?:执行|奖励|享受)")),
    ];

    private IEnumerable<TextSpan> Parts(TextSpan sentence)
    {
        var from = sentence.Start;
        for (var i = sentence.Start; i <= sentence.End; i++)
        {
            if (i < sentence.End && text.Plain[i] != ';')
                continue;
            yield return new(from, i);
            from = i + 1;
        }
    }

    /// <summary>The rules of a stretch, one for each sentence that has one.</summary>
    public IEnumerable<StackingRule> Read(TextSpan span, bool isGeneral)
    {
        foreach (var sentence in Sentences.Of(text, span).SelectMany(Parts))
        {
            var plain = text.PlainOf(sentence);
            foreach (var (kind, form) in Forms)
            {
                if (!form.IsMatch(plain))
                    continue;
                yield return new(kind, text.Trim(sentence), isGeneral);
                break;
            }
        }
    }
}
