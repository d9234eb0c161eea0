using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;

namespace Bot.Channels;

/// <summary>Ids in the settings: a list, or one text with commas or semicolons between them, as environment variables have it.</summary>
[TypeConverter(typeof(FromText))]
public sealed class IdList : Collection<string>
{
    public override string ToString() => string.Join(',', this);

    private sealed class FromText : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            var list = new IdList();
            foreach (var id in ((string)value).Split([',', ';', '，', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                list.Add(id);
            return list;
        }
    }
}
