using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.TestServers;

/// <summary>
/// Reads parse mode HTML as TDLib does (MessageEntity.cpp, parse_html), with its errors and their byte offsets. Stricter in one
/// thing: a blockquote in a blockquote is refused, where Telegram drops one of them without a word.
/// </summary>
internal sealed class TelegramHtml
{
    private static readonly string[] Tags =
    [
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    ];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<(string Tag, string? Argument, int Start)> _open = new();
    private readonly List<LoopbackEntity> _entities = [];
    private int _at;

    private TelegramHtml(string html) => _html = html;

    /// <summary>NUL at the end, as in the original: it ends every loop.</summary>
    private char Here => _at < _html.Length ? _html[_at] : '\0';

    public static (string Text, ImmutableArray<LoopbackEntity> Entities) Parse(string html)
    {
        var parser = new TelegramHtml(html);
        while (parser._at < html.Length)
            parser.Step();
        return parser._open.TryPeek(out var open)
            ? throw Error($"Can't find end tag corresponding to start tag \"{open.Tag}\"")
            : (parser._text.ToString(), [.. parser._entities.OrderBy(e => e.Offset).ThenByDescending(e => e.Length)]);
    }

    private void Step()
    {
        if (Here == '&' && TryReadCharacter())
            return;
        if (Here != '<')
        {
            _text.Append(_html[_at++]);
            return;
        }
        var begin = _at++;
        if (Here == '/')
            EndTag(begin);
        else
            StartTag(begin);
    }

    private void StartTag(int begin)
    {
        while (!IsSpaceOrEnd(Here) && Here != '>')
            _at++;
        if (Here == '\0')
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        var tag = _html[(begin + 1).._at].ToLowerInvariant();
        if (!Tags.Contains(tag))
            throw Error($"Unsupported start tag \"{tag}\" at byte offset {Bytes(begin)}");
        string? argument = null;
        while (Here != '>')
        {
            SkipSpace();
            if (Here == '>')
                break;
            var (name, value) = Attribute(tag, begin);
            argument = (tag, name) switch
            {
                ("a", "href") => value,
                ("code", "class") when value?.StartsWith("language-", StringComparison.Ordinal) == true => value["language-".Length..],
                ("span", "class") when value?.StartsWith("tg-", StringComparison.Ordinal) == true => value["tg-".Length..],
                ("blockquote", "expandable") => "expandable",
                ("tg-emoji", "emoji-id") => value,
                _ => argument,
            };
        }
        if (tag == "span" && argument != "spoiler")
            throw Error($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        if (tag == "blockquote" && _open.Any(open => open.Tag == tag))
            throw Error($"Nested blockquote at byte offset {Bytes(begin)}");
        _at++;
        _open.Push((tag, argument, _text.Length));
    }

    private (string Name, string? Value) Attribute(string tag, int begin)
    {
        var from = _at;
        while (!IsSpaceOrEnd(Here) && Here is not ('=' or '>'))
            _at++;
        var name = _html[from.._at].ToLowerInvariant();
        if (name.Length == 0)
            throw Error($"Empty attribute name in the tag \"{tag}\" at byte offset {Bytes(begin)}");
        SkipSpace();
        if (Here == '\0')
            throw Error($"Unclosed start tag \"{tag}\" at byte offset {Bytes(begin)}");
        if (Here != '=')
            return (name, null);
        _at++;
        SkipSpace();
        var value = Here is '"' or '\'' ? Quoted() : Token();
        if (Here == '\0')
            throw Error($"Unclosed start tag at byte offset {Bytes(begin)}");
        return (name, value);
    }

    private string Quoted()
    {
        var quote = _html[_at++];
        var from = _at;
        while (Here != '\0' && Here != quote)
            _at++;
        var value = _html[from.._at];
        if (Here != '\0')
            _at++;
        return value;
    }

    private string Token()
    {
        var from = _at;
        while (char.IsAsciiLetterOrDigit(Here) || Here is '.' or '-')
            _at++;
        if (!IsSpaceOrEnd(Here) && Here != '>')
            throw Error($"Unexpected end of name token at byte offset {Bytes(from)}");
        return _html[from.._at].ToLowerInvariant();
    }

    private void EndTag(int begin)
    {
        if (!_open.TryPop(out var open))
            throw Error($"Unexpected end tag at byte offset {Bytes(begin)}");
        while (!IsSpaceOrEnd(Here) && Here != '>')
            _at++;
        var name = _html[(begin + 2).._at].ToLowerInvariant();
        SkipSpace();
        if (Here != '>')
            throw Error($"Unclosed end tag at byte offset {Bytes(begin)}");
        if (name.Length > 0 && name != open.Tag)
            throw Error($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{open.Tag}>\", found \"</{name}>\"");
        _at++;
        if (_text.Length > open.Start)
            _entities.Add(new LoopbackEntity(TypeOf(open.Tag, open.Argument), open.Start, _text.Length - open.Start, open.Argument));
    }

    private static string TypeOf(string tag, string? argument) => tag switch
    {
        "a" => "text_link",
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "s" or "strike" or "del" => "strikethrough",
        "u" or "ins" => "underline",
        "span" or "tg-spoiler" => "spoiler",
        "tg-emoji" => "custom_emoji",
        "tg-time" => "date_time",
        "blockquote" when argument is not null => "expandable_blockquote",
        _ => tag,
    };

    // Only lt, gt, amp and quot have names; whatever else begins with & is text.
    private bool TryReadCharacter()
    {
        var end = _at + 1;
        while (end < _html.Length && (char.IsAsciiLetterOrDigit(_html[end]) || _html[end] == '#'))
            end++;
        var name = _html[(_at + 1)..end];
        var character = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null,
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) => Rune.IsValid(code) && code > 0 ? new Rune(code).ToString() : null,
            _ => null,
        };
        if (character is null)
            return false;
        _text.Append(character);
        _at = end < _html.Length && _html[end] == ';' ? end + 1 : end;
        return true;
    }

    private void SkipSpace()
    {
        while (Here is ' ' or '\t' or '\r' or '\n' or '\v')
            _at++;
    }

    private static bool IsSpaceOrEnd(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v' or '\0';

    private int Bytes(int at) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, at));

    private static TelegramRefusalException Error(string problem) => TelegramRefusalException.Bad($"can't parse entities: {problem}");
}
