using Bot.Configuration;
using Bot.Tests.Parts;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

/// <summary>appsettings.example.json is what people copy: it must name every key there is, and none that is not.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly IConfigurationRoot s_example =
        new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.example.json")).Build();

    [Fact]
    public void Example_names_the_same_keys_as_the_options_classes()
    {
        var known = OwnedSection.All.SelectMany(s => ConfigurationKey.Of(s)).Select(k => k.Path);

        var shown = s_example.AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key);

        shown.ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public void Example_shows_the_defaults()
    {
        foreach (var key in OwnedSection.All.SelectMany(s => ConfigurationKey.Of(s)))
        {
            var standard = $"{key.Property.GetValue(Activator.CreateInstance(key.Property.DeclaringType!))}"; // a property has a type

            var shown = s_example[key.Path]!; // the test above says that it is there

            (key.Path is "Corpus:Folder" or "Storage:Directory" ? ProgramHome.Locate(shown) : shown).ShouldBe(standard, key.Path);
        }
    }
}
