using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answers.Finding;
using Bot.Answers.Understanding;
using Bot.Corpus;

namespace Bot.Answers.Composing;

/// <summary>Answers who, when and by which document: only from sentences that hold such a fact.</summary>
internal static partial class FactComposer
{
    // A sentence with a day must hold at least this share of what the nearest one holds.
    private const double Nearly = 0.75;
    private const double About = 0.6;

    public static AnswerDraft? Compose(QuestionReading reading, Scope scope, Evidence evidence, QuestionWords words)
    {
        var eligible = reading.Kind switch
        {
            QuestionKind.Date => evidence.Sentences.Where(s => Date().IsMatch(s.Text) && (s.Sentence.Part != ReportPart.Plan || reading.Status is AskedStatus.Target)),
            QuestionKind.DocumentNumber => evidence.Sentences.Where(s => DocumentNumber().IsMatch(s.Text)),
            QuestionKind.Person => evidence.Sentences.Where(s => NamesHolder(s.Text, reading.Folded, words)),
            _ => evidence.Sentences,
        };
        var dated = eligible.ToImmutableArray();
        var nearest = evidence.Sentences.Where(s => Eligibility.InYears(s, scope.Years)).MaxBy(s => s.Match);
        // What holds much more of the question, and no day, tells why there is none (未能如期开工); a day of something else would be a wrong answer.
        if (reading.Kind is QuestionKind.Date && nearest is not null && dated.Select(s => s.Match).DefaultIfEmpty().Max() < nearest.Match * Nearly)
            return nearest.Match >= About && Undone().IsMatch(nearest.Text) ? Undated(nearest, reading, scope, evidence) : null;
        return FigureComposer.Compose(reading with { Units = [] }, scope, evidence with { Sentences = dated });
    }

    private static AnswerDraft Undated(EvidenceSentence sentence, QuestionReading reading, Scope scope, Evidence evidence)
    {
        var draft = new AnswerDraft().Line(reading.IsEnglish ? "No day is stated; the report says:" : "资料没有写明日期，原文的说法是：");
        Statement.Add(draft, sentence, reading, scope, evidence.Terms);
        return draft;
    }

    // 张某某局长, 局长张某某: the role that was asked for, with a name beside it.
    private static bool NamesHolder(string text, string question, QuestionWords words) =>
        words.Find("role", question).Any(role => HoldsOffice(text, role.Value) || Regex.IsMatch(
            text, $@"{Regex.Escape(role.Value)}[：:\s]?[\p{{IsCJKUnifiedIdeographs}}]{{2,3}}(?=[，。、；\s]|带|主持|出席|指出|强调|率)|(?<=[，。、；由]){Surname}[\p{{IsCJKUnifiedIdeographs}}]{{1,2}}{Regex.Escape(role.Value)}"));

    // 由区长任主任: the office is told, though not the name.
    private static bool HoldsOffice(string text, string role) =>
        Regex.IsMatch(text, $"(由|[，,])[^，,。；]{{2,24}}(担任|任|兼任)[^，,。；]{{0,12}}{Regex.Escape(role)}");

    private const string Surname = "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶司黎薄印白怀蒲赖卓屠蒙池乔胥苍闻莘党翟谭劳姬申冉雍桑桂牛寿边燕尚温庄晏柴瞿阎慕连茹习艾鱼容向古易廖耿满匡国文寇广欧沃利越隆师巩聂晁敖融冷简饶曾沙养丰关查荆游权盖益桓公赵]";

    [GeneratedRegex("未能|没有|尚未|未如期|未按期|没能|仍未|推迟|暂缓|取消|未(开工|启动|完成|建成|实施|落地|出台)")]
    private static partial Regex Undone();

    [GeneratedRegex(@"\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]|\d{1,2}月(\d{1,2}[日号])?|[一二三四五六七八九十]{1,2}月|\d{4}年")]
    private static partial Regex Date();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]{1,8}[〔\[［（(【]\d{4}[〕\]］）)】]\d{1,4}号|[\p{IsCJKUnifiedIdeographs}]{1,8}\d{4}年?第?\d{1,4}号")]
    private static partial Regex DocumentNumber();
}
