using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Reads what the numbers of a sentence count, clause by clause.</summary>
internal sealed class StatementReader(string text, SubjectReader subjects, IndicatorVocabulary vocabulary)
{
    private const int LongestFulfilment = 60;

    private readonly Spoken _spoken = new();
    private readonly ClauseSubject _clauseSubject = new(subjects, vocabulary);
    private ImmutableArray<TextSpan> _cuts = [];
    private bool _hasTimes;
    private int _from;
    private int _sentenceStart;

    // 实验室1家（某某实验室），引进人员…: what follows is that one's.
    private string? _onlyOne;

    /// <summary>Opens a sentence. What was counted before goes on being spoken of only after a semicolon.</summary>
    public void Open(TextSpan sentence, ImmutableArray<TextSpan> times)
    {
        _cuts = times;
        _hasTimes = !times.IsEmpty;
        _from = _sentenceStart = sentence.Start;
        _onlyOne = null;
        _spoken.Open(FollowsSemicolon(sentence.Start));
    }

    private bool FollowsSemicolon(int start)
    {
        var before = start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
            before--;
        return before >= 0 && (text[before] is ';' or '；');
    }

    /// <summary>The statements of a group of numbers; <paramref name="limit"/> is where the next number begins.</summary>
    public IEnumerable<Statement> Read(ReadOnlyMemory<Mention> group, int limit)
    {
        var mentions = group.ToArray();
        if (mentions[0].Number.Range == NumberRange.To && _spoken.Last is { } first && first.Mention.Span.Contains(mentions[0].Span))
            return [first with { Mention = mentions[0] with { Span = first.Mention.Span } }];
        var left = new LeftText(text, _sentenceStart, _from, mentions[0].Span.Start, _cuts, _spoken.LastHere is not null);
        if (mentions.Length == 1 && Aside.Of(text, mentions[0], _sentenceStart) is { } aside && _spoken.LastHere is not null)
            return [InBrackets(mentions[0], aside, left)];
        var statements = mentions.Length > 1 ? Several(mentions, left) : [One(mentions[0], left, limit)];
        _from = Math.Max(_from, mentions[^1].Tail);
        if (_onlyOne is { } name)
            statements = [.. statements.Select(statement => statement with { Subject = new(name + statement.Subject.Words, statement.Subject.Topic, null, null) })];
        _onlyOne ??= NameOfOnlyOne(mentions[^1]);
        _spoken.Add(statements);
        return statements;
    }

    private string? NameOfOnlyOne(Mention mention)
    {
        if (mention.Value != 1 || mention.Kind != UnitKind.Count || mention.Tail >= text.Length || text[mention.Tail] is not ('（' or '('))
            return null;
        var close = text.AsSpan(mention.Tail).IndexOfAny('）', ')');
        return close is > 3 and <= 20 && !text.AsSpan(mention.Tail, close).ContainsAny('占', '，', '含') ? text.Substring(mention.Tail + 1, close - 1) : null;
    }

    private Statement InBrackets(Mention mention, Aside aside, LeftText left)
    {
        _cuts = [.. _cuts.Where(cut => cut.Start < aside.Span.Start), aside.Span, .. _cuts.Where(cut => cut.Start >= aside.Span.End)];
        var clause = ClauseReader.Read(left.Clause, vocabulary);
        var statement = Stated(mention, _spoken.Last!.Subject, clause, left);
        var aspect = mention.IsRate ? _spoken.Last.Aspect == FigureAspect.Growth ? FigureAspect.Growth : FigureAspect.Share : FigureAspect.Level;
        return statement with { Aspect = aspect, IsAside = !aside.IsPlan, IsPlanned = aside.IsPlan ? true : null };
    }

    private Statement[] Several(Mention[] mentions, LeftText left)
    {
        var (words, from) = Comparand.Cut(left.Clause);
        var years = Dealt.Years(text, _sentenceStart, mentions[0].Span.Start, mentions.Length);
        words = years.Length > 0 ? Dealt.WithoutYears(words) : words;
        var clause = ClauseReader.Read(words, vocabulary);
        var places = Dealt.Places(clause.Noun.Length > 0 || clause.Verb.Length > 0 ? words : left.ClauseBefore, mentions.Length);
        if (years.Length > 0 || places.Length > 0)
        {
            var one = places.Length > 0 ? subjects.OfPlaces(left.ClauseBefore, places[0], _spoken.Last?.Subject) ?? ClauseSubject.Unknown(left) : _clauseSubject.Of(clause, left, _spoken);
            return [.. mentions.Select((mention, i) => Stated(mention, one, clause, left) with
            {
                Region = places.Length > 0 ? places[i] : null,
                Year = years.Length > 0 ? years[i] : null,
            })];
        }
        var named = subjects.EnumerateDeeds(Undealt(words), mentions.Length, _spoken.Last?.Subject);
        if (named.Length == 0 && clause.Noun.Length > 0)
            named = subjects.Enumerate(Undealt(clause.Noun), mentions.Length);
        var before = named.Length > 0 ? named : clause.Noun.Length == 0 ? _spoken.Latest(mentions.Length) : [];
        if (before.Length != mentions.Length)
        {
            var only = clause.Noun.Length > 0 ? subjects.Read(clause.Noun, clause.Verb) : _spoken.Last?.Subject ?? ClauseSubject.Unknown(left);
            return [.. mentions.Select(mention => Stated(mention, only, clause, left) with { Doubt = "并列数值与指标的对应不明" })];
        }
        return [.. mentions.Select((mention, i) => Stated(mention, before[i], clause, left) with { Base = from })];
    }

    private static string Undealt(string words) => words.Replace("分别", "", StringComparison.Ordinal);

    private Statement One(Mention mention, LeftText left, int limit)
    {
        if (mention.Kind == UnitKind.Place)
            return Ranked(mention, left);
        if (RankMove.Read(left.Clause, text, mention) is { } move)
            return Moved(mention, move, left);
        if (mention.IsRate && _spoken.LastHere is { } planned && FulfilmentReader.Base(text[Math.Max(_sentenceStart, mention.Span.Start - LongestFulfilment)..mention.Span.Start]) is { } plan)
            return Fulfilled(mention, plan, planned.Subject, left);
        if ((mention.IsRate || mention.Kind == UnitKind.None) && ShareReader.Read(left.Clause) is { } share)
            return Shared(mention, share, left);
        // 低于全省3.9%的平均水平: theirs, not what the report's own region reached.
        if (mention.IsRate && text.AsSpan(mention.Tail).TrimStart('的').StartsWith("平均", StringComparison.Ordinal) && _spoken.LastHere is { } average)
            return Stated(mention, average.Subject, ClauseReader.Read("", vocabulary), left) with { Aspect = average.Aspect, Doubt = "其他对象的数值" };
        if (mention.Kind is UnitKind.Points or UnitKind.Times or UnitKind.Rate or UnitKind.Fraction && ComparisonReader.Read(left.Clause) is { } comparison)
            return Compared(mention, comparison, left);
        var (words, from) = Comparand.Cut(left.Clause);
        var clause = ClauseReader.Read(Revision.WithoutLead(words), vocabulary);
        if (clause.Noun.Length == 0 && _spoken.LikeUnit(mention) is { } alike && left.LastIndicator(vocabulary) is null)
            return Stated(mention, alike, clause, left) with { Base = from };
        if (clause.Noun.Length == 0 && _spoken.LastHere is { } all && RightText.State(text, mention, limit) is { Length: > 0 } state)
            return Stated(mention, new(all.Subject.Topic + state, all.Subject.Topic, null, null), clause, left);
        if (RightText.Read(text, mention, limit) is { Noun.Length: > 0 } right && right.Wins(mention, clause, left))
            return Following(mention, clause, right, left);
        // 总规模50亿元的种子基金.
        if (mention.Tail < limit && text[mention.Tail] == '的' && (FigureLexicon.Default.RolesOf(clause.Noun) & WordRoles.Dependent) != 0 && RightText.Read(text, mention, limit) is { Noun.Length: > 2 } sized)
        {
            _from = text.IndexOf(sized.Noun, mention.Tail, StringComparison.Ordinal) + sized.Noun.Length;
            return Stated(mention, subjects.Read(sized.Noun + clause.Noun, "") with { Topic = sized.Noun }, clause, left);
        }
        if (_clauseSubject.PartOf(clause, left, mention, _spoken) is var (whole, part))
            return Stated(mention, subjects.PartOf(whole.Words, part), clause, left) with { Whole = whole };
        return Stated(mention, Named(_clauseSubject.Of(clause, left, _spoken), clause, left), clause, left) with { Base = from };
    }

    // “科创贷”帮助900家企业获得贷款20亿元: the loans of that instrument, not all loans.
    private Subject Named(Subject subject, Clause clause, LeftText left) =>
        clause.Verb.Length > 0 && left.IsSameClause && !left.IsListed && _spoken.LastHere?.Subject is { Topic: ['“', .., '”'] } named && !subject.Words.StartsWith(named.Topic, StringComparison.Ordinal)
            ? new(named.Topic + subject.Words, named.Topic, null, null)
            : subject;

    private Statement Stated(Mention mention, Subject subject, Clause clause, LeftText left)
    {
        var aspect = AspectReader.Read(mention, clause, left, _spoken.LastHere);
        if (_spoken.LastHere is { IsEarlier: true } start && clause.Noun.Length == 0 && left.IsSameClause && start.Mention.Unit == mention.Unit)
            aspect = start.Aspect;
        var named = subject;
        subject = UnitCheck.Of(subject, mention, aspect);
        return new(mention, subject, aspect)
        {
            Qualifiers = Provisional(mention, left, clause.Qualifiers),
            Doubt = UnitCheck.IsRateOf(named, mention, aspect) ? "单位与指标不符" : DoubtOf(mention, subject, clause, left),
            IsEarlier = IsStart(mention, left),
        };
    }

    // 由3.36%提高到…: the first of the two.
    private bool IsStart(Mention mention, LeftText left) => left.Clause.AsSpan().ContainsAny('从', '由') && FollowsChange(mention);

    private ImmutableArray<string> Provisional(Mention mention, LeftText left, ImmutableArray<string> qualifiers)
    {
        qualifiers = left.Provisional(qualifiers);
        if (mention.Tail >= text.Length || text[mention.Tail] is not ('（' or '('))
            return qualifiers;
        var close = text.AsSpan(mention.Tail).IndexOfAny('）', ')');
        return close > 0 && FigureLexicon.Default.First(text.Substring(mention.Tail, close), WordRoles.Provisional) is { At: >= 0 } found ? [.. qualifiers, found.Word] : qualifiers;
    }

    private bool FollowsChange(Mention mention) =>
        FigureLexicon.Default.At(text, mention.Tail, WordRoles.Predicate | WordRoles.Rank) is { Length: > 1 } next && next[^1] is '到' or '至' or '为';

    private string? DoubtOf(Mention mention, Subject subject, Clause clause, LeftText left)
    {
        if (mention.Number.Range != NumberRange.None)
            return "区间的一端";
        if (subject.IsUnclear || (clause.Noun.Length == 0 && _spoken.Last is null && left.LastIndicator(vocabulary) is null))
            return "指标不明";
        if (subject.Indicator is null && (subject.Topic.Length < 2 || Fragment.Is(subject.Words) || (ClauseSubject.IsVague(subject.Topic) && (subject.Words == subject.Topic || clause.Verb is "完成" or "实现"))))
            return "计数对象不明";
        if (Revision.WithoutLead(left.Clause).Length < left.Clause.Length)
            return Figure.RevisedDoubt;
        return left.Clause.Contains("年均", StringComparison.Ordinal) && !_hasTimes ? "年均数，起止年份未写明" : null;
    }

    private Statement Moved(Mention mention, RankMove move, LeftText left)
    {
        var ranked = _spoken.LastHere;
        return new(mention, ranked?.Subject ?? ClauseSubject.Unknown(left), FigureAspect.Difference)
        {
            Base = move.Base,
            Qualifiers = move.IsFall ? [move.Word] : [],
            Doubt = ranked is { Aspect: FigureAspect.Rank } ? null : "排名所指不明",
        };
    }

    private Statement Ranked(Mention mention, LeftText left)
    {
        var rank = RankReader.Read(left.Clause);
        var clause = ClauseReader.Read(rank.Noun, vocabulary);
        var previous = _spoken.Last;
        if (subjects.IsOwnPlace(clause.Noun) && RankReader.ListIn(left.ClauseBefore) is { } list)
            clause = clause with { Noun = list };
        else if (clause.Noun.StartsWith('在'))
            clause = clause with { Noun = clause.Noun[1..] };
        var side = rank.Side.Length > 0 && previous is not null;
        var subject = side ? SideOf(rank.Side, (rank.Side[0] == '增' ? _spoken.LastGrown() : null) ?? previous!.Subject) : _clauseSubject.Of(clause, left, _spoken);
        var peers = rank.Peers.Length > 0 ? rank.Peers : previous is { Aspect: FigureAspect.Rank } ? previous.Base : null;
        return new(mention, subject, FigureAspect.Rank)
        {
            Base = peers,
            Doubt = subject.IsUnclear || (clause.Noun.Length == 0 && previous is null && left.LastIndicator(vocabulary) is null) ? "指标不明"
                : Fragment.Is(subject.Words) ? "计数对象不明"
                : clause.Noun.Length == 0 && !side && subject.Indicator is null && _spoken.HasOthersThan(subject) ? "排名所指不明" : null,
            IsEarlier = rank.IsEarlier,
        };
    }

    // A place by growth is no place by size.
    private static Subject SideOf(string side, Subject of) => new(of.Words + side, of.Topic, null, null);

    private static Statement Fulfilled(Mention mention, string plan, Subject subject, LeftText left)
    {
        var words = subject.Words + plan + "完成率";
        return new(mention, new(words, subject.Topic, null, null), FigureAspect.Share) { Base = plan, Qualifiers = left.Provisional([]), IsPlanned = false };
    }

    private Statement Shared(Mention mention, ShareReader.Share share, LeftText left)
    {
        var clause = ClauseReader.Read(share.Part, vocabulary);
        var part = clause.Noun.Length == 0 && clause.Verb.Length == 0 && _spoken.Last is { } last ? last.Subject : _clauseSubject.Of(clause, left, _spoken);
        var words = share.IsDegree ? part.Words + share.Base + "完成率" : part.Words + "占" + share.Base + "比重";
        var match = share.IsDegree ? null : ShareReader.Resolve(part, share.Base, vocabulary);
        var near = ClauseReader.Read(share.Tail, vocabulary);
        return new(mention, new(words, words, match, match?.Name), FigureAspect.Share)
        {
            Base = share.Base,
            Qualifiers = left.Provisional([.. clause.Qualifiers, .. near.Qualifiers]),
            Doubt = part.Words.Length == 0 || part.IsUnclear ? "指标不明" : Fragment.Is(part.Words) ? "计数对象不明" : null,
            IsPlanned = share.IsDegree ? false : null,
            IsEarlier = IsStart(mention, left),
        };
    }

    private Statement Compared(Mention mention, ComparisonReader.Comparison comparison, LeftText left)
    {
        var clause = ClauseReader.Read(comparison.Noun, vocabulary);
        var subject = _clauseSubject.Of(clause, left, _spoken);
        return new(mention, subject, mention.Kind is UnitKind.Points or UnitKind.Fraction || left.Clause.EndsWith('的') ? FigureAspect.Difference : FigureAspect.Growth)
        {
            Base = comparison.Base,
            Qualifiers = left.Provisional([.. clause.Qualifiers, .. comparison.Words]),
            Doubt = subject.Words.Length == 0 || subject.IsUnclear ? "指标不明" : null,
        };
    }

    private Statement Following(Mention mention, Clause clause, RightText right, LeftText left)
    {
        var isBound = clause.Noun.Length > 0 && clause.Noun[^1] is '对' or '为' or '向' or '给' or '把' or '将';
        var verb = isBound || left.IsListed ? "" : clause.Verb.Length > 0 ? clause.Verb : clause.Noun.Length <= 6 && !clause.Noun.EndsWith('等') ? clause.Noun : "";
        var subject = right.Object.Length > 0 ? subjects.Read(right.Object, "") : subjects.Read(right.Noun, verb);
        if (_clauseSubject.NameOf(clause.Noun) is { Length: > 0 } name)
            subject = new(subject.Words.StartsWith(name, StringComparison.Ordinal) ? subject.Words : name + subject.Words, name, null, null);
        if (right.IsLevelOnly && _spoken.Last is { } last)
            subject = subjects.WithLevel(last.Subject, right.Object);
        var statement = Stated(mention, subject, clause with { Noun = right.Noun }, left);
        if (right.IsVague)
            statement = statement with { Subject = statement.Subject with { Match = null, Indicator = null } };
        if (right.IsListed || (right.IsVague && (right.Noun.Contains('的', StringComparison.Ordinal) && isBound)) || subject.Words.Length < 2 || ClauseSubject.IsVague(subject.Words))
            statement = statement with { Doubt = "计数对象不明" };
        return right.MakesNew ? statement with { Aspect = FigureAspect.New } : statement;
    }
}
