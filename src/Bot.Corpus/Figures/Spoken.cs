namespace Bot.Corpus;

/// <summary>What the numbers before counted, as far as later clauses may go on speaking of it.</summary>
internal sealed class Spoken
{
    // Nothing said longer ago is still spoken of; keeps a line of a thousand semicolons linear.
    private const int MostCarried = 40;

    private readonly List<Statement> _read = [];
    private int _opened;

    public Statement? Last => _read.Count > 0 ? _read[^1] : null;

    /// <summary>The last one of this sentence.</summary>
    public Statement? LastHere => _opened < _read.Count ? _read[^1] : null;

    /// <summary>Opens a sentence; what was said before goes on being spoken of only after a semicolon.</summary>
    public void Open(bool goesOn)
    {
        if (!goesOn)
            _read.Clear();
        else if (_read.Count > MostCarried)
            _read.RemoveRange(0, _read.Count - MostCarried);
        _opened = _read.Count;
    }

    /// <summary>Notes what was counted; a degree of fulfilment only where nothing else is spoken of.</summary>
    public void Add(IEnumerable<Statement> statements) =>
        _read.AddRange(statements.Where(statement => !statement.IsDegree || _read.Count == 0));

    /// <summary>完成业务12亿元，服务企业297家，累计64亿元: a total goes with what has its unit.</summary>
    public Subject? LikeUnit(Mention mention) =>
        mention.IsRate || mention.Unit.Length == 0 || _read.Count < 2 || _read[^1].Mention.Unit == mention.Unit
            ? null
            : _read.Skip(_opened).LastOrDefault(earlier => earlier.Mention.Unit == mention.Unit)?.Subject;

    /// <summary>The last count of this sentence that a 其中 with this unit can be a part of.</summary>
    public Statement? LastAlike(Mention mention) =>
        _read.Skip(_opened).LastOrDefault(earlier => !earlier.Mention.IsRate && UnitCheck.AreAlike(earlier.Mention.Unit, mention.Unit));

    /// <summary>累计分别达88家和214家: the last subjects spoken of, in order; empty when they are fewer.</summary>
    public Subject[] Latest(int count)
    {
        var distinct = new List<Subject>();
        for (var i = _read.Count - 1; i >= 0 && distinct.Count < count; i--)
        {
            if (!distinct.Any(subject => subject.Words == _read[i].Subject.Words))
                distinct.Insert(0, _read[i].Subject);
        }
        return distinct.Count == count ? [.. distinct] : [];
    }

    /// <summary>What last grew by a rate in this sentence: 增速居全省首位 ranks that.</summary>
    public Subject? LastGrown() => _read.Skip(_opened).LastOrDefault(earlier => earlier.Aspect == FigureAspect.Growth)?.Subject;

    /// <summary>放款14亿元，惠及企业412家，居全省第二: the rank may be the first number's.</summary>
    public bool HasOthersThan(Subject subject) => _read.Skip(_opened).Any(earlier => earlier.Subject.Words != subject.Words);
}
