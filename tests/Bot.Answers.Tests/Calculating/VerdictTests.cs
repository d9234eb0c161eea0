using Bot.Answers.Calculating;
using Bot.Answers.Understanding;

namespace Bot.Answers.Tests.Calculating;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(nameof(ClaimKind.More), 1835, nameof(Exactness.Exact), 1800, true)]
    [InlineData(nameof(ClaimKind.More), 1800, nameof(Exactness.Exact), 1800, false)]
    [InlineData(nameof(ClaimKind.AtLeast), 1800, nameof(Exactness.Exact), 1800, true)]
    [InlineData(nameof(ClaimKind.Less), 1800, nameof(Exactness.Exact), 1900, true)]
    [InlineData(nameof(ClaimKind.More), 1700, nameof(Exactness.About), 1700, null)]
    [InlineData(nameof(ClaimKind.More), 1700, nameof(Exactness.About), 1500, true)]
    [InlineData(nameof(ClaimKind.More), 500, nameof(Exactness.AtLeast), 600, null)]
    [InlineData(nameof(ClaimKind.More), 500, nameof(Exactness.AtLeast), 450, true)]
    [InlineData(nameof(ClaimKind.Less), 500, nameof(Exactness.AtLeast), 450, false)]
    [InlineData(nameof(ClaimKind.Equal), 500, nameof(Exactness.AtLeast), 500, null)]
    [InlineData(nameof(ClaimKind.More), 500, nameof(Exactness.AtMost), 500, false)]
    public void Verdict_is_given_only_where_the_stated_number_decides(string claim, int stated, string exactness, int claimed, bool? expected)
    {
        Verdict.Decide(Enum.Parse<ClaimKind>(claim), stated, Enum.Parse<Exactness>(exactness), isStrict: false, claimed).ShouldBe(expected);
    }

    [Theory]
    [InlineData(nameof(Exactness.AtLeast), nameof(Exactness.Exact), nameof(Exactness.AtLeast))]
    [InlineData(nameof(Exactness.Exact), nameof(Exactness.AtLeast), nameof(Exactness.AtMost))]
    [InlineData(nameof(Exactness.AtLeast), nameof(Exactness.AtLeast), nameof(Exactness.Unknown))]
    [InlineData(nameof(Exactness.AtLeast), nameof(Exactness.AtMost), nameof(Exactness.AtLeast))]
    [InlineData(nameof(Exactness.About), nameof(Exactness.Exact), nameof(Exactness.About))]
    [InlineData(nameof(Exactness.About), nameof(Exactness.AtLeast), nameof(Exactness.Unknown))]
    public void Difference_is_known_as_far_as_its_operands_are(string a, string b, string expected)
    {
        Exactnesses.Less(Enum.Parse<Exactness>(a), Enum.Parse<Exactness>(b)).ToString().ShouldBe(expected);
    }
}
