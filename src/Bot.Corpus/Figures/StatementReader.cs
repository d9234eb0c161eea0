using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>Reads what the numbers of a sentence count, clause by clause.</summary>
internal sealed class StatementReader(string text, SubjectReader subjects, IndicatorVocabulary vocabulary)
{
    // Nothing said longer ago is still spoken of; keeps a line of a thousand semicolons linear.
    private const int MostCarried = 40;

    private readonly List<Statement> _read = [];
    private ImmutableArray<TextSpan> _times = [];
    private int _from;
    private int _sentenceStart;
    private int _opened;

    /// <summary>Opens a sentence. What was counted before goes on being spoken of only after a semicolon.</summary>
    public void Open(TextSpan sentence, ImmutableArray<TextSpan> times)
    {
        _times = times;
        _from = _sentenceStart = sentence.Start;
        if (!FollowsSemicolon(sentence.Start))
            _read.Clear();
        else if (_read.Count > MostCarried)
            _read.RemoveRange(0, _read.Count - MostCarried);
        _opened = _read.Count;
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
        if (mentions[0].Number.Range == NumberRange.To && _read is [.., var first] && first.Mention.Span.Contains(mentions[0].Span))
            return [first with { Mention = mentions[0] with { Span = first.Mention.Span } }];
        var left = new LeftText(text, _sentenceStart, _from, mentions[0].Span.Start, _times, _opened < _read.Count);
        var statements = mentions.Length > 1 ? Dealt(mentions, left) : [One(mentions[0], left, limit)];
        _from = mentions[^1].Tail;
        _read.AddRange(statements);
        return statements;
    }

    private Statement[] Dealt(Mention[] mentions, LeftText left)
    {
        var clause = ClauseReader.Read(left.Clause, vocabulary);
        var named = clause.Noun.Length > 0 ? subjects.Enumerate(clause.Noun.Replace("分别", "", StringComparison.Ordinal), mentions.Length) : [];
        var before = named.Length > 0 ? named : Earlier(mentions.Length, clause.Noun.Length == 0);
        if (before.Length != mentions.Length)
        {
            var only = clause.Noun.Length > 0 ? subjects.Read(clause.Noun, clause.Verb) : _read.Count > 0 ? _read[^1].Subject : Unknown(left);
            return [.. mentions.Select(mention => Stated(mention, only, clause, left) with { Doubt = "并列数值与指标的对应不明" })];
        }
        return [.. mentions.Select((mention, i) => Stated(mention, before[i], clause, left))];
    }

    // 累计分别达88家和214家: the last subjects spoken of, in order.
    private Subject[] Earlier(int count, bool mayCarry)
    {
        if (!mayCarry)
            return [];
        var distinct = new List<Subject>();
        for (var i = _read.Count - 1; i >= 0 && distinct.Count < count; i--)
        {
            if (!distinct.Any(subject => subject.Words == _read[i].Subject.Words))
                distinct.Insert(0, _read[i].Subject);
        }
        return distinct.Count == count ? [.. distinct] : [];
    }

    private Statement One(Mention mention, LeftText left, int limit)
    {
        if (mention.Kind == UnitKind.Place)
            return Ranked(mention, left);
        if ((mention.IsRate || mention.Kind == UnitKind.None) && ShareReader.Read(left.Clause) is { } share)
            return Shared(mention, share, left);
        if (mention.Kind is UnitKind.Points or UnitKind.Times or UnitKind.Rate && ComparisonReader.Read(left.Clause) is { } comparison)
            return Compared(mention, comparison, left);
        var clause = ClauseReader.Read(left.Clause, vocabulary);
        if (clause.Noun.Length == 0 && LikeUnit(mention) is { } alike && left.LastIndicator(vocabulary) is null)
            return Stated(mention, alike, clause, left);
        if (RightText.Read(text, mention, limit) is { Noun.Length: > 0 } right && right.Wins(mention, clause, left))
            return Following(mention, clause, right, left);
        return Stated(mention, SubjectOf(clause, left), clause, left);
    }

    // 完成业务12亿元，服务企业297家，累计64亿元: a total goes with what has its unit.
    private Subject? LikeUnit(Mention mention)
    {
        if (mention.IsRate || mention.Unit.Length == 0 || _read.Count < 2 || _read[^1].Mention.Unit == mention.Unit)
            return null;
        return _read.Skip(_opened).LastOrDefault(earlier => earlier.Mention.Unit == mention.Unit)?.Subject;
    }

    private Subject SubjectOf(Clause clause, LeftText left)
    {
        var last = _read.Count > 0 ? _read[^1].Subject : null;
        var lead = left.LastIndicator(vocabulary) is { } phrase ? subjects.Read(phrase, "") : null;
        if (clause.Noun.Length == 0 && clause.Verb.Length > 0 && last is not null)
            return subjects.Read(last.Topic + clause.Verb, "");
        // 组织申报企业230家，认定168家: what was recognised are the enterprises, not their applications.
        if (clause.Noun.Length == 0 && clause.Is(WordRoles.New) && last is { Indicator: { } name } && FigureLexicon.Default.EndOf(name, WordRoles.Other).Length > 0)
            return subjects.Read(last.Topic, "");
        if (IsGeneric(clause.Noun) || RegionReader.IsPlace(clause.Noun))
            return lead ?? last ?? Unknown(left);
        if (LevelVocabulary.Default.Of(clause.Noun) is not null && last is not null)
            return subjects.WithLevel(last, clause.Noun);
        if ((FigureLexicon.Default.RolesOf(clause.Noun) & WordRoles.Dependent) != 0 && (lead ?? last) is { } topic)
            return subjects.Read(Joined(topic.Topic, clause.Noun), "");
        return subjects.Read(clause.Noun, clause.Verb);
    }

    // 技术合同, 合同成交额: what both share is written once.
    private static string Joined(string topic, string noun)
    {
        for (var shared = Math.Min(topic.Length, noun.Length - 1); shared > 0; shared--)
        {
            if (topic.AsSpan().EndsWith(noun.AsSpan(0, shared), StringComparison.Ordinal))
                return topic + noun[shared..];
        }
        return topic + noun;
    }

    private static bool IsGeneric(string noun) =>
        noun.Length == 0 || (FigureLexicon.Default.RolesOf(noun) & WordRoles.Generic) != 0;

    private static bool IsVague(string noun) => (FigureLexicon.Default.RolesOf(noun) & WordRoles.Vague) != 0;

    private static Subject Unknown(LeftText left) => new(left.Clause, left.Clause, null, null);

    private Statement Stated(Mention mention, Subject subject, Clause clause, LeftText left)
    {
        var aspect = AspectReader.Read(mention, clause, left, _opened < _read.Count ? _read[^1] : null);
        subject = UnitCheck.Of(subject, mention, aspect);
        return new(mention, subject, aspect)
        {
            Qualifiers = left.Provisional(clause.Qualifiers),
            Doubt = DoubtOf(mention, subject, clause, left),
            IsEarlier = left.Clause.Contains('从', StringComparison.Ordinal) && FollowsChange(mention),
        };
    }

    private bool FollowsChange(Mention mention) =>
        FigureLexicon.Default.At(text, mention.Tail, WordRoles.Predicate | WordRoles.Rank) is { } next
        && (next.EndsWith('到') || next.EndsWith('至')) && next.Length > 1;

    private string? DoubtOf(Mention mention, Subject subject, Clause clause, LeftText left)
    {
        if (mention.Number.Range != NumberRange.None)
            return "区间的一端";
        if (clause.Noun.Length == 0 && _read.Count == 0 && left.LastIndicator(vocabulary) is null)
            return "指标不明";
        if (subject.Indicator is null && (subject.Topic.Length < 2 || (IsVague(subject.Topic) && clause.Verb is "" or "完成" or "实现")))
            return "计数对象不明";
        return left.Clause.Contains("年均", StringComparison.Ordinal) && _times.IsEmpty ? "年均数，起止年份未写明" : null;
    }

    private Statement Ranked(Mention mention, LeftText left)
    {
        var rank = RankReader.Read(left.Clause);
        var clause = ClauseReader.Read(rank.Noun, vocabulary);
        var previous = _read.Count > 0 ? _read[^1] : null;
        var subject = SubjectOf(clause, left);
        var peers = rank.Peers.Length > 0 ? rank.Peers : previous is { Aspect: FigureAspect.Rank } ? previous.Base : null;
        return new(mention, subject, FigureAspect.Rank)
        {
            Base = peers,
            Doubt = clause.Noun.Length == 0 && previous is null && left.LastIndicator(vocabulary) is null ? "指标不明"
                : clause.Noun.Length == 0 && IsOneOfMany(subject) ? "排名所指不明" : null,
            IsEarlier = rank.IsEarlier,
        };
    }

    // 放款14亿元，惠及企业412家，居全省第二: the rank may be the first number's.
    private bool IsOneOfMany(Subject subject) =>
        subject.Indicator is null && _read.Skip(_opened).Any(earlier => earlier.Subject.Words != subject.Words);

    private Statement Shared(Mention mention, ShareReader.Share share, LeftText left)
    {
        var clause = ClauseReader.Read(share.Part, vocabulary);
        var last = _read.Count > 0 ? _read[^1].Subject : null;
        var part = clause.Noun.Length == 0 && clause.Verb.Length == 0 && last is not null ? last : SubjectOf(clause, left);
        var words = share.IsDegree ? part.Words + share.Base + "完成率" : part.Words + "占" + share.Base + "比重";
        var match = share.IsDegree ? null : ShareReader.Resolve(part, share.Base, vocabulary);
        var near = ClauseReader.Read(share.Tail, vocabulary);
        return new(mention, new(words, words, match, match?.Name), FigureAspect.Share)
        {
            Base = share.Base,
            Qualifiers = left.Provisional([.. clause.Qualifiers, .. near.Qualifiers]),
            Doubt = part.Words.Length == 0 ? "指标不明" : null,
            IsPlanned = share.IsDegree ? false : null,
        };
    }

    private Statement Compared(Mention mention, ComparisonReader.Comparison comparison, LeftText left)
    {
        var clause = ClauseReader.Read(comparison.Noun, vocabulary);
        var subject = SubjectOf(clause, left);
        return new(mention, subject, mention.Kind == UnitKind.Points || left.Clause.EndsWith('的') ? FigureAspect.Difference : FigureAspect.Growth)
        {
            Base = comparison.Base,
            Qualifiers = left.Provisional(clause.Qualifiers),
            Doubt = subject.Words.Length == 0 ? "指标不明" : null,
        };
    }

    private Statement Following(Mention mention, Clause clause, RightText right, LeftText left)
    {
        var isBound = clause.Noun.Length > 0 && clause.Noun[^1] is '对' or '为' or '向' or '给' or '把' or '将';
        var verb = isBound ? "" : clause.Verb.Length > 0 ? clause.Verb : clause.Noun.Length <= 6 && !clause.Noun.EndsWith('等') ? clause.Noun : "";
        var subject = right.Object.Length > 0 ? subjects.Read(right.Object, "") : subjects.Read(right.Noun, verb);
        if (right.IsLevelOnly && _read.Count > 0)
            subject = subjects.WithLevel(_read[^1].Subject, right.Object);
        var statement = Stated(mention, subject, clause with { Noun = right.Noun }, left);
        if (right.IsVague)
            statement = statement with { Subject = statement.Subject with { Match = null, Indicator = null } };
        if (right.IsListed || (right.IsVague && (right.Noun.Contains('的', StringComparison.Ordinal) && isBound)) || subject.Words.Length < 2 || IsVague(subject.Words))
            statement = statement with { Doubt = "计数对象不明" };
        return right.MakesNew ? statement with { Aspect = FigureAspect.New } : statement;
    }
}
