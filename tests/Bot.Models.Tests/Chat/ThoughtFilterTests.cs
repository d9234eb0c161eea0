using FsCheck;
using FsCheck.Fluent;

namespace Bot.Models.Tests.Chat;

public sealed class ThoughtFilterTests
{
    private static readonly string[] s_pieces = ["<think>", "</think>", "<", "think", ">", "\n", " ", "共128家", "[1]。"];

    [Theory]
    [InlineData("共128家[1]。", "共128家[1]。")]
    [InlineData("<think>想</think>\n\n共128家。", "共128家。")]
    [InlineData("\n<think>想</think>共128家。", "共128家。")]
    [InlineData("<think></think>好。", "好。")]
    [InlineData("<think>没想完", "")]
    [InlineData("<thin", "<thin")]
    [InlineData("<table>", "<table>")]
    [InlineData("好<think>引文</think>。", "好<think>引文</think>。")]
    public void Filter_takes_out_only_thoughts_at_the_beginning(string text, string answer)
    {
        Filtered([text]).ShouldBe(answer);
    }

    [Fact]
    public void Filter_gives_the_same_answer_wherever_the_text_is_cut()
    {
        var texts = Gen.Elements(s_pieces).ListOf().Select(pieces => string.Concat(pieces));
        var cuts = Gen.Choose(1, 5).NonEmptyListOf();

        Prop.ForAll(texts.Zip(cuts).ToArbitrary(), t => Filtered(Cut(t.Item1, [.. t.Item2])) == Filtered([t.Item1])).QuickCheckThrowOnFailure();
    }

    private static string Filtered(IEnumerable<string> pieces)
    {
        var filter = new ThoughtFilter();
        return string.Concat(pieces.Select(filter.Next)) + filter.End();
    }

    private static IEnumerable<string> Cut(string text, int[] lengths)
    {
        for (int start = 0, i = 0; start < text.Length; start += lengths[i++ % lengths.Length])
            yield return text.Substring(start, Math.Min(lengths[i % lengths.Length], text.Length - start));
    }
}
