using System.Xml;

namespace Bot.Channels.WeCom;

/// <summary>Reads the flat XML that callbacks are written in. Nothing in it is followed: a document type is refused, so there are no entities either.</summary>
internal static class CallbackXml
{
    private static readonly XmlReaderSettings s_strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <returns>
    /// The text of each element below the root; elements of elements are left out. Null when it is not well formed, the root is not
    /// <c>xml</c>, or an element stands there twice, as nobody could say which of the two was meant.
    /// </returns>
    public static IReadOnlyDictionary<string, string>? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), s_strict);
            if (reader.MoveToContent() is not XmlNodeType.Element || reader.Name != "xml")
                return null;
            var elements = ReadElements(reader);
            return elements is null || !IsAtEnd(reader) ? null : elements;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static Dictionary<string, string>? ReadElements(XmlReader reader)
    {
        var elements = new Dictionary<string, string>(StringComparer.Ordinal);
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        while (!isEmpty && reader.NodeType is not XmlNodeType.EndElement)
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }
            if (!elements.TryAdd(reader.Name, ""))
                return null;
            var name = reader.Name;
            elements[name] = TextOf(reader);
        }
        return elements;
    }

    // Stands behind the element afterwards.
    private static string TextOf(XmlReader reader)
    {
        using var inner = reader.ReadSubtree();
        var (text, isFlat) = ("", true);
        inner.Read();
        while (inner.Read())
        {
            isFlat &= inner.NodeType is not XmlNodeType.Element;
            if (isFlat && inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text += inner.Value;
        }
        inner.Close();
        reader.Read();
        return isFlat ? text : "";
    }

    private static bool IsAtEnd(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType is not (XmlNodeType.Whitespace or XmlNodeType.EndElement))
                return false;
        }
        return true;
    }
}
