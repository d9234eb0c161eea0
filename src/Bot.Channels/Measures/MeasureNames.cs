using System.Collections.Immutable;
using Bot.Corpus;

namespace Bot.Channels;

/// <summary>What the register's closed sets are called on the wire and by people.</summary>
internal static class MeasureNames
{
    public static ImmutableArray<FigureNames.Name<Instrument>> Instruments { get; } =
    [
        new(Instrument.Voucher, "voucher", "券"),
        new(Instrument.Grant, "grant", "补助"),
        new(Instrument.Reward, "reward", "奖励"),
        new(Instrument.LoanSubsidy, "loanSubsidy", "贴息"),
        new(Instrument.Loan, "loan", "贷款"),
        new(Instrument.Guarantee, "guarantee", "担保与风险补偿"),
        new(Instrument.Insurance, "insurance", "保险"),
        new(Instrument.TaxRelief, "taxRelief", "税收优惠"),
        new(Instrument.Fund, "fund", "基金"),
        new(Instrument.Recognition, "recognition", "认定"),
        new(Instrument.Service, "service", "服务"),
        new(Instrument.Space, "space", "场地"),
    ];

    public static ImmutableArray<FigureNames.Name<MeasureState>> States { get; } =
    [
        new(MeasureState.InForce, "inForce", "有效"),
        new(MeasureState.Undated, "undated", "未写明有效期"),
        new(MeasureState.Planned, "planned", "计划中"),
        new(MeasureState.Expired, "expired", "已过期"),
        new(MeasureState.Repealed, "repealed", "已废止"),
        new(MeasureState.OnlyMentioned, "onlyMentioned", "仅提及"),
    ];

    public static ImmutableArray<FigureNames.Name<ConditionKind>> ConditionKinds { get; } =
    [
        new(ConditionKind.Unread, "unread", "未读懂"),
        new(ConditionKind.Region, "region", "注册地"),
        new(ConditionKind.Size, "size", "规模"),
        new(ConditionKind.Recognition, "recognition", "资质"),
        new(ConditionKind.FirstTime, "firstTime", "首次或重新"),
        new(ConditionKind.Age, "age", "成立年限"),
        new(ConditionKind.RdSpending, "rdSpending", "研发费用"),
        new(ConditionKind.RdShare, "rdShare", "研发费用占比"),
        new(ConditionKind.RdGrowth, "rdGrowth", "研发费用增幅"),
        new(ConditionKind.Revenue, "revenue", "营业收入"),
        new(ConditionKind.Staff, "staff", "职工人数"),
        new(ConditionKind.RdStaffShare, "rdStaffShare", "研发人员占比"),
        new(ConditionKind.Sector, "sector", "行业领域"),
        new(ConditionKind.IntellectualProperty, "intellectualProperty", "知识产权"),
        new(ConditionKind.Credit, "credit", "信用与合规"),
        new(ConditionKind.Platform, "platform", "平台与项目"),
        new(ConditionKind.Other, "other", "其他"),
    ];

    public static ImmutableArray<FigureNames.Name<ConditionOperator>> Operators { get; } =
    [
        new(ConditionOperator.None, "none", "按原文"),
        new(ConditionOperator.AtLeast, "atLeast", "不低于"),
        new(ConditionOperator.MoreThan, "moreThan", "高于"),
        new(ConditionOperator.AtMost, "atMost", "不超过"),
        new(ConditionOperator.LessThan, "lessThan", "低于"),
        new(ConditionOperator.In, "in", "属于"),
        new(ConditionOperator.NotIn, "notIn", "不属于"),
    ];

    public static ImmutableArray<FigureNames.Name<AmountKind>> AmountKinds { get; } =
    [
        new(AmountKind.Fixed, "fixed", "定额"),
        new(AmountKind.Ceiling, "ceiling", "最高"),
        new(AmountKind.Floor, "floor", "最低"),
        new(AmountKind.Rate, "rate", "比例"),
        new(AmountKind.PerPiece, "perPiece", "每件（家、人）"),
    ];

    public static ImmutableArray<FigureNames.Name<MeasurePart>> Parts { get; } =
    [
        new(MeasurePart.Whole, "whole", "措施"),
        new(MeasurePart.Condition, "condition", "条件"),
        new(MeasurePart.Amount, "amount", "金额"),
    ];

    public static ImmutableArray<FigureNames.Name<StackingKind>> Stackings { get; } =
    [
        new(StackingKind.HighestOnly, "highestOnly", "就高不重复"),
        new(StackingKind.Adds, "adds", "可以叠加"),
        new(StackingKind.Difference, "difference", "补差"),
    ];

    /// <summary>The name of one of a set's values.</summary>
    public static FigureNames.Name<T> Of<T>(ImmutableArray<FigureNames.Name<T>> names, T value)
        where T : struct, Enum =>
        names.First(name => EqualityComparer<T>.Default.Equals(name.Value, value));
}
