using System.Globalization;
using System.Text;
using Bot.Corpus;

namespace Bot.Benchmarks;

/// <summary>
/// Makes the text files of reports: a page's furniture, a title, numbered headings and paragraphs that state known
/// indicators with numbers, years and growth. The same seed gives the same texts.
/// </summary>
internal sealed class TextGenerator(int seed)
{
    private const int Sections = 8;
    private const int ParagraphsPerSection = 6;

    private static readonly string[] s_numerals = ["一", "二", "三", "四", "五", "六", "七", "八"];
    private static readonly string[] s_actions = ["深入推进", "持续优化", "着力提升", "不断完善", "加快建设", "积极培育"];
    private static readonly string[] s_objects = ["创新平台体系", "企业创新主体", "科技服务环境", "成果转化渠道", "人才队伍", "开放合作格局"];

    private readonly Random _random = new(seed);
    private readonly Indicator[] _indicators = [.. IndicatorVocabulary.Default.Indicators];
    private readonly Region[] _regions = [.. Gazetteer.Default.Regions.Where(r => r.Level == RegionLevel.Prefecture)];

    public string Next()
    {
        var region = Any(_regions).Name;
        var year = 2010 + _random.Next(15);
        var text = new StringBuilder();
        Line(text, $"当前位置：首页 > 政务公开 > 工作总结");
        Line(text, $"{region}{year}年科技工作总结和{year + 1}年工作思路");
        Line(text, $"发布日期：{year + 1}-01-15　来源：{region}科技局　浏览次数：{_random.Next(1000)}");
        for (var section = 0; section < Sections; section++)
        {
            var isPlan = section >= Sections * 2 / 3;
            Line(text, $"{s_numerals[section]}、{(isPlan ? year + 1 : year)}年{Any(s_actions)}{Any(s_objects)}");
            for (var number = 1; number <= ParagraphsPerSection; number++)
                Line(text, $"{number}.{Any(s_actions)}{Any(s_objects)}。{Sentences(isPlan ? year + 1 : year, isPlan)}");
        }
        return text.ToString();
    }

    private string Sentences(int year, bool isPlan) =>
        string.Concat(Enumerable.Range(0, 2 + _random.Next(4)).Select(_ => isPlan ? Target(year) : Result(year)));

    private string Result(int year) => _random.Next(4) switch
    {
        0 => Invariant($"{Any(s_actions)}{Any(s_objects)}，{Any(s_actions)}{Any(s_objects)}，取得明显成效。"),
        1 => Invariant($"{year}年，新增{Stated()}，累计达到{_random.Next(100, 3000)}{Unit()}。"),
        2 => Invariant($"1—11月，{Any(_indicators).Name}同比增长{_random.Next(1, 40)}.{_random.Next(10)}%，高于全省平均水平。"),
        _ => Invariant($"全年{Stated()}，同比增长{_random.Next(1, 40)}.{_random.Next(10)}%，居全省第{_random.Next(1, 12)}位。"),
    };

    private string Target(int year) => _random.Next(3) switch
    {
        0 => Invariant($"{Any(s_actions)}{Any(s_objects)}，{Any(s_actions)}{Any(s_objects)}。"),
        1 => Invariant($"到{year}年底，力争{Stated()}以上。"),
        _ => Invariant($"新增{Stated()}，{Any(_indicators).Name}增长{_random.Next(5, 20)}%左右。"),
    };

    private string Stated()
    {
        var indicator = Any(_indicators);
        var unit = indicator.Units.IsEmpty ? "项" : indicator.Units[_random.Next(indicator.Units.Length)];
        return Invariant($"{indicator.Name}{_random.Next(1, 2000)}{unit}");
    }

    private string Unit() => Any(_indicators) is { Units: [var unit, ..] } ? unit : "项";

    private T Any<T>(T[] values) => values[_random.Next(values.Length)];

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
