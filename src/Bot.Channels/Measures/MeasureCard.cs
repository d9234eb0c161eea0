using System.Text.Json;
using Bot.Retrieval;

namespace Bot.Channels;

/// <summary>One measure on the register's page: what it is, and each thing read of it with its words quoted.</summary>
internal static class MeasureCard
{
    private static readonly Html NotWritten = Html.Of($"<p class=\"aside\" data-t=\"notWritten\">原文未写明</p>");

    public static Html Render(FoundMeasure found, ReportLinks links)
    {
        var row = MeasureBody.Of(found, links);
        var state = MeasureNames.Of(MeasureNames.States, found.State);
        var instrument = MeasureNames.Of(MeasureNames.Instruments, found.Measure.Instrument);
        return Html.Of(
            $"""
            <article class="measure{(row.Gaps ? " has-gaps" : "")}{(row.Hidden ? " is-hidden" : "")}" data-measure="{JsonSerializer.Serialize(row, WireJson.Wire.MeasureBody)}">
            <header class="measure-head"><h2 lang="zh-CN">{row.Name}</h2>
            <p class="tags"><span class="tag" data-t="instrument.{instrument.Wire}">{instrument.Chinese}</span> <span class="tag state-{state.Wire}" data-t="state.{state.Wire}">{state.Chinese}</span>{Tags(row)}</p>
            <p class="aside">{Facts(row)}</p>{Remark(row.Correction, "registerHiddenBy", "已隐藏：")}</header>
            <dl>
            {Part("registerBeneficiary", "对象", row.Beneficiary is null ? NotWritten : Html.Of($"<p lang=\"zh-CN\">{row.Beneficiary}</p>"))}
            {Part("registerAmounts", "支持标准", row.Amounts.Count == 0 ? NotWritten : Html.Of($"<ul class=\"items\">{Html.Join(row.Amounts.Select(Amount))}</ul>"))}
            {Part("registerConditions", "条件", row.Conditions.Count == 0 ? NotWritten : Html.Of($"<ul class=\"items\">{Html.Join(row.Conditions.Select(Condition))}</ul>"))}
            {Stacking(row)}{Application(row)}
            </dl>
            <p class="source-of" data-item="whole">{ListParts.Source(row.Report, row.Title, row.Quote.Paragraph, row.Quote.Sentence)}</p>
            </article>

            """);
    }

    private static Html Tags(MeasureBody row) => Html.Of(
        $"{Tag(row.Gaps, "is-doubt", "registerGapTag", "有未读懂的条件")}{Tag(row.Corrected, "is-corrected", "correctedTag", "已更正")}{Tag(row.Hidden, "is-doubt", "registerHiddenTag", "已隐藏")}");

    private static Html Tag(bool isShown, string look, string key, string words) =>
        isShown ? Html.Of($" <span class=\"tag {look}\" data-t=\"{key}\">{words}</span>") : Html.Empty;

    // Names and dates, which need no translation; what is not written is left out, as the register has it elsewhere.
    private static Html Facts(MeasureBody row)
    {
        string?[] facts =
        [
            row.Region, row.Issuer, row.DocumentNumber, row.Year is { } year ? $"{year}年" : null, MeasureText.ValidityOf(row),
            row.Trial ? "试行" : null,
            row.RepealedBy is not null ? $"由《{row.RepealedByTitle}》废止{(row.RepealedFrom is { } from ? $"（{MeasureText.Day(from)}起）" : "")}" : null,
        ];
        return Html.Of($"{string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)))}");
    }

    private static Html Part(string key, string name, Html content) =>
        Html.Of($"<div class=\"part\"><dt data-t=\"{key}\">{name}</dt><dd>{content}</dd></div>\n");

    private static Html Amount(AmountBody amount) => Item(
        "amount", amount.Index, amount.Withdrawn, isGap: false,
        MeasureText.Of(new ReadAmountBody(amount.Kind, amount.Value, amount.Unit)),
        Html.Of($"{string.Join(" · ", new[] { amount.Tier, amount.Base?.Words, amount.Per }.Where(part => !string.IsNullOrEmpty(part)))}"),
        amount.Correction, amount.Read is { } read ? MeasureText.Of(read) : Html.Empty, amount.Quote);

    private static Html Condition(ConditionBody condition) => Item(
        "condition", condition.Index, condition.Withdrawn, condition is { Kind: "unread", Withdrawn: false },
        MeasureText.Of(new ReadConditionBody(condition.Kind, condition.Operator, condition.Value, condition.Unit, condition.Names)),
        condition.General ? Html.Of($"<span data-t=\"registerGeneral\">全文通用</span>") : Html.Empty,
        condition.Correction, condition.Read is { } read ? MeasureText.Of(read) : Html.Empty, condition.Quote);

    private static Html Item(
        string part, int index, bool isWithdrawn, bool isGap, Html meaning, Html more, RemarkBody? remark, Html read, QuoteBody quote) => Html.Of(
        $"""
        <li class="item{(isGap ? " is-gap" : "")}{(isWithdrawn ? " is-withdrawn" : "")}" data-item="{part}" data-index="{index}">
        <p class="meaning"><strong>{meaning}</strong>{(more.Markup.Length > 0 ? Html.Of($" <span class=\"aside\">{more}</span>") : Html.Empty)}{Tag(isWithdrawn, "is-corrected", "withdrawnTag", "已撤除")}{Tag(remark is not null && !isWithdrawn, "is-corrected", "correctedTag", "已更正")}</p>
        <p class="sentence" lang="zh-CN">{Marked(quote)} <a class="aside" href="{quote.Url}">¶{quote.Paragraph}</a></p>
        {(remark is null ? Html.Empty : Html.Of($"<p class=\"why\"><span data-t=\"ledgerAsRead\">更正前：</span>{read}{Said(remark)}</p>"))}
        </li>

        """);

    private static Html Remark(RemarkBody? remark, string key, string words) =>
        remark is null ? Html.Empty : Html.Of($"<p class=\"why\"><span data-t=\"{key}\">{words}</span>{Said(remark)}</p>");

    private static string Said(RemarkBody remark) =>
        string.Join('，', new[] { remark.By, remark.Note }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } said ? $"（{said}）" : "";

    private static Html Stacking(MeasureBody row) => row.Stacking.Count == 0 ? Html.Empty : Part(
        "registerStacking", "叠加", Html.Of($"<ul class=\"items\">{Html.Join(row.Stacking.Select(StackingItem))}</ul>"));

    private static Html StackingItem(StackingBody rule)
    {
        var kind = MeasureNames.Stackings.First(name => name.Wire == rule.Kind);
        return Html.Of(
            $"<li class=\"item\"><p class=\"meaning\"><strong data-t=\"stacking.{kind.Wire}\">{kind.Chinese}</strong></p><p class=\"sentence\" lang=\"zh-CN\">{Marked(rule.Quote)} <a class=\"aside\" href=\"{rule.Quote.Url}\">¶{rule.Quote.Paragraph}</a></p></li>");
    }

    private static Html Application(MeasureBody row)
    {
        if (row.Application is not { } application)
            return Html.Empty;
        string?[] said = [application.Period, application.Place, application.Office];
        return Part("registerApplication", "申报", Html.Of($"<p lang=\"zh-CN\">{string.Join("；", said.Where(part => !string.IsNullOrEmpty(part)))}</p>"));
    }

    private static Html Marked(QuoteBody quote) => quote.Words is { } words
        ? Html.Of($"{quote.Sentence[..words.Start]}<mark>{quote.Sentence[words.Start..words.End]}</mark>{quote.Sentence[words.End..]}")
        : Html.Of($"{quote.Sentence}");
}
