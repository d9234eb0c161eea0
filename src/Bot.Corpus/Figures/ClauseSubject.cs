namespace Bot.Corpus;

/// <summary>Finds what a clause's number counts: its own noun, or what the clauses before spoke of where it has only a verb, a part or a side of it.</summary>
internal sealed class ClauseSubject(SubjectReader subjects, IndicatorVocabulary vocabulary)
{
    private const WordRoles VerbParts = WordRoles.Verb | WordRoles.Other | WordRoles.Effect | WordRoles.Receiver | WordRoles.New | WordRoles.Lead | WordRoles.Predicate;

    private static FigureLexicon Lexicon => FigureLexicon.Default;

    public Subject Of(Clause clause, LeftText left, Spoken spoken)
    {
        // Behind the list of a whole's parts the clauses go on with the whole.
        var last = left.IsListed || left.IsPart ? spoken.Last?.Subject : spoken.Last?.Whole ?? spoken.Last?.Subject;
        var lead = left.LastIndicator(vocabulary) is { } phrase ? subjects.Read(phrase, "") : null;
        if (VerbOf(clause) is { Length: > 0 } verb)
            return (lead ?? (left.HasLead ? null : last)) is { } done ? Done(done, verb) : Unknown(left);
        // 组织申报企业230家，认定168家: what was recognised are the enterprises, not their applications.
        if (clause.Noun.Length == 0 && clause.Is(WordRoles.New) && last is { Indicator: { } name } && Lexicon.EndOf(name, WordRoles.Other).Length > 0)
            return subjects.Read(last.Topic, "");
        if (IsGeneric(clause.Noun) || RegionReader.IsPlace(clause.Noun))
            return Whole(lead ?? last, clause) ?? Unknown(left);
        if (LevelVocabulary.Default.Of(clause.Noun) is not null && last is not null)
            return subjects.WithLevel(last, clause.Noun);
        if ((Lexicon.RolesOf(clause.Noun) & WordRoles.Dependent) != 0)
            return (lead ?? last ?? left.LeadObject(subjects)) is { } topic ? Side(topic, clause)
                : clause.Verb.Length > 0 ? subjects.Read(clause.Noun, clause.Verb) : Unknown(left);
        if (IsVague(clause.Noun) && Lexicon.EndOf(clause.Verb, WordRoles.Effect).Length > 0 && !left.HasLead && last is not null)
            return Done(last, clause.Verb + clause.Noun);
        // 引进企业206家、团队74个: the verb goes on.
        if (IsVague(clause.Noun) && clause.Verb.Length == 0 && left.IsListed && last is not null && Lexicon.At(last.Words, 0, WordRoles.Verb) is { Length: > 0 } shared)
            return subjects.Read(clause.Noun, shared);
        return subjects.Read(clause.Noun, clause.Verb);
    }

    /// <summary>The whole that this clause's number is a part of, and the part's name: 新增项目196个，其中生物医药102个、人工智能51个; null when the clause has a head of its own.</summary>
    public (Subject Whole, string Part)? PartOf(Clause clause, LeftText left, Mention mention, Spoken spoken)
    {
        var isMoney = mention.Kind == UnitKind.Money;
        var before = left.IsPart ? spoken.LastAlike(mention) : left.IsListed ? spoken.LastHere : null;
        var whole = left.IsPart ? before?.Subject : before?.Whole;
        // 其中研发补助3200万元: what the money went to may be named by verbs.
        var part = isMoney ? clause.Verb + clause.Noun : clause.Noun;
        if (whole is null || mention.IsRate || part.Length is < 2 or > 16 || (clause.Verb.Length > 0 && !isMoney) || !UnitCheck.AreAlike(before!.Mention.Unit, mention.Unit))
            return null;
        if ((VerbOf(clause).Length > 0 && !(isMoney && part.Length > 3)) || vocabulary.Resolve(part) is not null || IsOther(part))
            return null;
        var isHead = Lexicon.EndOf(part, isMoney ? WordRoles.Amount | WordRoles.Dependent : WordRoles.Head).Length > 0 || vocabulary.EndOf(part) is not null;
        return isHead && SubjectReader.Overlap(part, whole.Words) == 0 ? null : (whole, part);
    }

    private static bool IsOther(string noun) =>
        IsGeneric(noun) || RegionReader.IsPlace(noun) || LevelVocabulary.Default.Of(noun) is not null || (Lexicon.RolesOf(noun) & WordRoles.Dependent) != 0;

    public static Subject Unknown(LeftText left) => new(left.Clause, left.Clause, null, null) { IsUnclear = true };

    public static bool IsVague(string noun) => (Lexicon.RolesOf(noun) & WordRoles.Vague) != 0;

    // 兑付, 推荐上报省厅: verbs and who received it, and nothing counted.
    private string VerbOf(Clause clause)
    {
        if (clause.Noun.Length == 0)
            return clause.Verb;
        if (clause.Noun.Length > 8 || vocabulary.EndOf(clause.Noun) is not null || (Lexicon.RolesOf(clause.Noun) & (WordRoles.Dependent | WordRoles.Generic | WordRoles.Vague)) != 0)
            return "";
        var isVerb = false;
        for (var at = 0; at < clause.Noun.Length;)
        {
            var word = Lexicon.At(clause.Noun, at, VerbParts);
            if (word.Length == 0)
                return "";
            isVerb |= (Lexicon.RolesOf(word) & (WordRoles.Verb | WordRoles.Other | WordRoles.Receiver)) != 0;
            at += word.Length;
        }
        return isVerb ? clause.Verb + clause.Noun : "";
    }

    // 创新券…，兑付: goes on speaking of the vouchers, not of their redemption.
    private Subject Done(Subject before, string verb)
    {
        var topic = (Lexicon.RolesOf(before.Topic) & WordRoles.Dependent) != 0 ? before.Words : before.Topic;
        // 中小企业入库6826家，其中首次入库1932家.
        if (Lexicon.EndOf(topic, WordRoles.Other) is { Length: > 0 } done && done.Length < topic.Length && verb.EndsWith(done, StringComparison.Ordinal))
            topic = topic[..^done.Length];
        return subjects.Read(topic + verb, "") with { Topic = before.Topic };
    }

    /// <summary>“科创贷” of “科创贷”帮助; empty when the noun is no name with verbs.</summary>
    public string NameOf(string noun)
    {
        if (noun is not ['“', ..] || noun.IndexOf('”', StringComparison.Ordinal) is not (> 1 and var close))
            return "";
        return close == noun.Length - 1 || VerbOf(new(noun[(close + 1)..], "", WordRoles.None, WordRoles.None, [], false)).Length > 0 ? noun[..(close + 1)] : "";
    }

    // 新建载体35万平方米，累计820万平方米; 其中重新认定55家，总数418家: all of them, not those newly built or recognised.
    private Subject? Whole(Subject? before, Clause clause)
    {
        if (before is null || !clause.Is(WordRoles.Total | WordRoles.Net) || before.Topic.Length < 2)
            return before;
        var isDone = before.Topic.Length < before.Words.Length && Lexicon.EndOf(before.Words, WordRoles.Other).Length > 0;
        return isDone || (before.Indicator is null && clause.Is(WordRoles.Total) && Lexicon.At(before.Words, 0, WordRoles.New).Length > 0) ? subjects.Read(before.Topic, "") : before;
    }

    private Subject Side(Subject topic, Clause clause)
    {
        // 基金已投项目14个，金额2.1亿元: of the projects, not of the fund.
        var isOfProjects = topic.Words.EndsWith("项目", StringComparison.Ordinal) && (clause.Noun.EndsWith('额') || clause.Noun == "总投资");
        var of = isOfProjects || IsVague(topic.Topic) ? topic.Words : topic.Topic;
        var plain = subjects.Read(Joined(of, clause.Noun), "");
        if (IsVague(topic.Topic))
            plain = plain with { Topic = of };
        return plain.Indicator is not null || clause.Verb.Length == 0 || Lexicon.RolesOf(clause.Verb).HasFlag(WordRoles.Predicate)
            ? plain
            : subjects.Read(of + clause.Verb + clause.Noun, "") with { Topic = of };
    }

    // 技术合同, 合同成交额: what both share is written once.
    private static string Joined(string topic, string noun)
    {
        for (var shared = Math.Min(topic.Length, noun.Length - 1); shared > 1; shared--)
        {
            if (topic.AsSpan().EndsWith(noun.AsSpan(0, shared), StringComparison.Ordinal))
                return topic + noun[shared..];
        }
        return topic + noun;
    }

    private static bool IsGeneric(string noun) =>
        noun.Length == 0 || (Lexicon.RolesOf(noun) & WordRoles.Generic) != 0;
}
