namespace Bot.Corpus.Tests;

public sealed class RepetitionsTests
{
    private static readonly string Body = string.Join('\n', Enumerable.Range(1, 5).Select(i => $"{i}.全市新认定高新技术企业{i}00家，净增若干家，研发投入占比稳步提高。"));

    [Fact]
    public async Task Body_printed_twice_is_read_once()
    {
        var document = await Read.TextAsync($"某市工作总结\n{Body}\n打印\n某市工作总结\n{Body}");

        document.Texts().Length.ShouldBe(6);
        document.Removed.Count(r => r.Reason.Contains("正文重复")).ShouldBe(6);
    }

    [Fact]
    public async Task Title_printed_around_the_head_fields_is_read_once()
    {
        var document = await Read.TextAsync($"某市工作总结\n\n某市工作总结\n索引号：123\n某市工作总结\n{Body}");

        document.Texts().Length.ShouldBe(6);
    }

    [Fact]
    public async Task Headings_and_sentences_that_recur_in_another_part_stay()
    {
        var text = $"一、工作总结\n（一）平台建设\n{Body}\n二、工作计划\n（一）平台建设\n1.全市新认定高新技术企业100家，净增若干家，研发投入占比稳步提高。\n2.其他工作按照市委市政府要求抓好落实。";

        var document = await Read.TextAsync(text);

        document.Texts().ShouldBe(text.Split('\n'));
    }
}
