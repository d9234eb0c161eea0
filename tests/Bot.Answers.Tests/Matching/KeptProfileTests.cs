using Bot.Answers.Matching;
using Bot.Corpus;

namespace Bot.Answers.Tests.Matching;

public sealed class KeptProfileTests(GuidedPolicies policies) : IClassFixture<GuidedPolicies>
{
    private readonly Matchmaker _matchmaker = policies.Matchmaker();

    [Fact]
    public void Profile_is_shown_in_words_each_fact_by_itself()
    {
        var profile = _matchmaker.Read("我们在绍兴市越城区注册，2021年成立，是科技型中小企业，还不是规上企业，2025年首次认定高企，去年研发费用260万元，信用良好，想要贷款贴息");

        var words = ProfileText.Parts(profile).Select(p => p.Words.Chinese).ToList();

        words.ShouldBe(["注册地：越城区", "成立：2021年", "科技型中小企业", "不是规模以上企业", "高新技术企业（2025年首次认定）", "2025年研发费用260万元", "信用良好", "想要：想要贷款贴息"]);
        ProfileText.Of(profile, english: true).ShouldContain("Registered in Yuecheng; Founded: 2021年");
    }

    [Fact]
    public void Each_fact_of_a_profile_can_be_taken_away()
    {
        var profile = _matchmaker.Read("我们在绍兴市越城区注册，是科技型中小企业，去年研发费用260万元");

        foreach (var part in ProfileText.Parts(profile))
            ProfileText.Of(part.Without, english: false).ShouldNotContain(part.Words.Chinese);
    }

    [Fact]
    public void Profile_comes_back_from_json_as_it_was()
    {
        var profile = _matchmaker.Read("我们在绍兴市越城区注册，成立三年，是科技型中小企业，还不是规上企业，2025年首次认定高企，大概去年研发费用约260万元，检测费18万元，信用良好，做集成电路，想要贷款贴息");

        var json = ProfileJson.Write(profile);
        var read = ProfileJson.Read(json)!;

        ProfileJson.Write(read).ShouldBe(json);
        ProfileText.Of(read, english: false).ShouldBe(ProfileText.Of(profile, english: false));
        read.Region.ShouldBe(profile.Region);
        read.Founded.ShouldBe(profile.Founded);
    }

    [Fact]
    public void Profile_of_another_version_is_read_as_far_as_it_is_known()
    {
        var read = ProfileJson.Read("""
            {"region":{"name":"绍兴市","within":"浙江省","zone":1},"colour":"red","standings":[{"kind":"Orbit","name":"卫星"},{"kind":"Size","name":"小微企业","held":true},null],
             "quantities":[{"of":"Dreams","value":3},{"of":"7","value":3},{"of":"Staff","value":12}]}
            """)!;

        ProfileText.Of(read, english: false).ShouldBe("注册地：绍兴市；小微企业；职工人数12");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"quantities":[{"of":"Staff","value":"many"}]}""")]
    public void Damaged_profile_is_none(string json) => ProfileJson.Read(json).ShouldBeNull();

    [Fact]
    public void Later_word_takes_an_earlier_one_back()
    {
        var profile = _matchmaker.Read("我们信用良好，是高企").With(_matchmaker.Read("其实去年受过处罚，不是高企"));

        profile.Declarations.ShouldBe(["非信用良好"]);
        profile.Standings.ShouldHaveSingleItem().ShouldBe(new ToldStanding(ConditionKind.Recognition, "高新技术企业", IsHeld: false) { Words = "高企" });
    }
}
