using Bot.Corpus;

namespace Bot.Answers.Matching;

/// <summary>The bot's own words about measures, verdicts and facts, in Chinese and English.</summary>
public static class MatchWording
{
    /// <summary>What every list of measures ends with.</summary>
    public static Bilingual Notice { get; } = new(
        "能否享受及具体标准，以现行有效的通知和主管部门审核为准；原文未写明的请向主管部门核实。",
        "The notice in force and the office in charge decide who may apply and what is paid.");

    public static string Verdict(ConditionVerdict verdict, bool english) => (verdict, english) switch
    {
        (ConditionVerdict.Met, false) => "满足",
        (ConditionVerdict.Met, true) => "met",
        (ConditionVerdict.NotMet, false) => "不满足",
        (ConditionVerdict.NotMet, true) => "not met",
        (ConditionVerdict.NotWritten, false) => "原文未写明",
        (ConditionVerdict.NotWritten, true) => "not written in the source",
        (_, false) => "待确认",
        (_, true) => "to confirm",
    };

    public static string State(MeasureState state, bool english) => (state, english) switch
    {
        (MeasureState.InForce, false) => "现行有效",
        (MeasureState.InForce, true) => "in force",
        (MeasureState.Undated, false) => "原文未写明有效期",
        (MeasureState.Undated, true) => "validity not written in the source",
        (MeasureState.Planned, false) => "计划中，尚未实施",
        (MeasureState.Planned, true) => "only planned",
        (MeasureState.OnlyMentioned, false) => "报告仅提及",
        (MeasureState.OnlyMentioned, true) => "only mentioned in a report",
        (MeasureState.Expired, false) => "已过有效期",
        (MeasureState.Expired, true) => "expired",
        (_, false) => "已废止",
        (_, true) => "repealed",
    };

    /// <summary>A told number as a fact: 2025年研发费用260万元.</summary>
    public static Bilingual Fact(ToldQuantity told)
    {
        var about = told.IsAbout ? "约" : "";
        var year = told.Year is { } known ? FormattableString.Invariant($"{known}年") : "";
        return new($"{year}{Name(told.Of, false)}{about}{told.Written}", $"{Name(told.Of, true)} {year.TrimEnd('年')}{(year.Length > 0 ? ": " : "")}{(about.Length > 0 ? "about " : "")}{told.Written}");
    }

    public static string Name(ProfileQuantity quantity, bool english) => quantity switch
    {
        ProfileQuantity.RdSpending => english ? "R&D spending" : "研发费用",
        ProfileQuantity.RdShare => english ? "R&D spending as a share of revenue" : "研发费用占营业收入比重",
        ProfileQuantity.RdGrowth => english ? "growth of R&D spending" : "研发费用增幅",
        ProfileQuantity.Revenue => english ? "revenue" : "营业收入",
        ProfileQuantity.Staff => english ? "staff" : "职工人数",
        ProfileQuantity.RdStaff => english ? "R&D staff" : "研发人员数",
        ProfileQuantity.RdStaffShare => english ? "R&D staff as a share of all" : "研发人员占比",
        ProfileQuantity.InventionPatents => english ? "invention patents" : "发明专利数",
        ProfileQuantity.PctPatents => english ? "PCT applications" : "PCT专利数",
        ProfileQuantity.UtilityPatents => english ? "utility models" : "实用新型专利数",
        ProfileQuantity.DesignPatents => english ? "design patents" : "外观设计专利数",
        ProfileQuantity.Patents => english ? "patents" : "专利数",
        ProfileQuantity.SoftwareCopyrights => english ? "software copyrights" : "软件著作权数",
        ProfileQuantity.Trademarks => english ? "trade marks" : "商标数",
        ProfileQuantity.ContractValue => english ? "technology contracts" : "技术合同成交额",
        ProfileQuantity.LoanPrincipal => english ? "loan principal" : "贷款本金",
        ProfileQuantity.LoanInterest => english ? "loan interest paid" : "已付贷款利息",
        ProfileQuantity.Rent => english ? "rent" : "租金",
        ProfileQuantity.ServiceSpending => english ? "spending on services" : "购买服务支出",
        ProfileQuantity.EquipmentInvestment => english ? "equipment investment" : "设备投资额",
        ProfileQuantity.ProjectInvestment => english ? "project investment" : "项目投资额",
        ProfileQuantity.Premium => english ? "insurance premium" : "保费",
        ProfileQuantity.Fee => english ? "fees paid" : "担保、评估等费用",
        ProfileQuantity.HigherGrant => english ? "grant from higher levels" : "上级资助额",
        ProfileQuantity.Financing => english ? "equity raised" : "股权融资额",
        ProfileQuantity.Tax => english ? "taxes paid" : "纳税额",
        ProfileQuantity.Loss => english ? "loss" : "损失额",
        ProfileQuantity.RdFte => english ? "R&D staff (FTE)" : "研发人员全时当量（FTE）",
        ProfileQuantity.UnitPrice => english ? "price of one piece" : "单台（套）售价",
        ProfileQuantity.Salary => english ? "annual salary" : "年薪",
        ProfileQuantity.Area => english ? "space in square metres" : "场地面积（平方米）",
        _ => english ? "support received already" : "已获补助",
    };

    /// <summary>A size, recognition, platform or field by its name: 高新技术企业, High-tech enterprise (高新技术企业).</summary>
    public static Bilingual Standing(string name)
    {
        var english = EnglishNames.WithChinese(name);
        return new(name, char.ToUpperInvariant(english[0]) + english[1..]);
    }

    /// <summary>A step of a calculation, as told to people: 增量60万元.</summary>
    public static string Step(GainStep step, bool english) => GainTeller.Step(step, english);

    /// <summary>A sum in the unit a reader expects: 7.2万元.</summary>
    public static string Money(decimal yuan) => Yuan.Written(yuan);

    /// <summary>What to ask so that a fact gets told.</summary>
    public static string Ask(MissingFact fact, bool english) => fact.Fact switch
    {
        ProfileFact.Region => english ? "in which city, county or district it is registered" : "注册在哪个市、县（区）",
        ProfileFact.District => english ? "in which district or county it is registered" : "注册在其中哪个县（市、区）",
        ProfileFact.Founded => english ? "when it was founded" : "成立日期",
        ProfileFact.Size => english ? $"its size (is it a {EnglishName(fact)}?)" : $"企业规模（是不是{fact.Name}）",
        ProfileFact.Standing => fact.Name is null
            ? english ? "which recognitions it holds" : "已获哪些资质认定"
            : english ? $"whether it is, or has, a {EnglishName(fact)}" : $"是否属于或拥有{fact.Name}",
        ProfileFact.Acquisition => english ? $"whether {EnglishName(fact)} was won for the first time or renewed, and when" : $"{fact.Name}是首次认定还是重新认定、哪一年",
        ProfileFact.Sector => english ? "its field of business" : "所属行业领域",
        ProfileFact.Declaration => english ? $"whether this is so: {EnglishName(fact)}" : $"是否{fact.Name}",
        _ => Number(fact, english),
    };

    private static string EnglishName(MissingFact fact) => EnglishNames.WithChinese(fact.Name ?? "");

    private static string Number(MissingFact fact, bool english)
    {
        var name = Name(fact.Quantity ?? ProfileQuantity.RdSpending, english);
        var year = fact.Year is { } known ? FormattableString.Invariant($"{known}") : "";
        return english ? $"{name}{(year.Length > 0 ? " in " + year : "")}" : $"{(year.Length > 0 ? year + "年" : "")}{name}";
    }
}
