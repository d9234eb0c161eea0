using System.Collections.Immutable;

namespace Bot.Channels;

/// <summary>Fields of a filter form, with what was given in them and what is wrong with that beside them.</summary>
/// <param name="Given">Parameters as they came.</param>
/// <param name="NameOf">What people call a parameter.</param>
internal sealed record FilterFields(
    ImmutableDictionary<string, string> Given, ImmutableArray<Problem> Problems, Func<string, string> NameOf)
{
    public Html Text(string name, string key, string example, ImmutableArray<string> suggested)
    {
        var list = suggested.IsEmpty ? Html.Empty : Html.Of($" list=\"{name}-list\"");
        var options = suggested.IsEmpty
            ? Html.Empty
            : Html.Of($"<datalist id=\"{name}-list\">{Html.Join(suggested.Select(value => Html.Of($"<option value=\"{value}\"></option>")))}</datalist>");
        return Field(name, key, Html.Of(
            $"<input id=\"{name}\" name=\"{name}\" value=\"{Of(name)}\" placeholder=\"{example}\" maxlength=\"{QueryReader.MaximumLength}\" autocomplete=\"off\"{list}{Invalid(name)}>{options}"));
    }

    public Html Choice(string name, string key, ImmutableArray<(string Value, string Words, string Key)> choices)
    {
        // What is chosen but not offered is kept, so that searching again doesn't lose it.
        string given = Of(name);
        var unlisted = given.Length > 0 && choices.All(choice => choice.Value != given)
            ? Html.Of($"<option selected>{given}</option>")
            : Html.Empty;
        var options = Html.Join(choices.Select(choice => Html.Of(
            $"<option value=\"{choice.Value}\"{(choice.Value == given ? Html.Of($" selected") : Html.Empty)}{(choice.Key.Length > 0 ? Html.Of($" data-t=\"{choice.Key}\"") : Html.Empty)}>{choice.Words}</option>")));
        return Field(name, key, Html.Of(
            $"<select id=\"{name}\" name=\"{name}\"{Invalid(name)}><option value=\"\" data-t=\"ledgerAny\">不限</option>{unlisted}{options}</select>"));
    }

    /// <summary>A parameter without a field of its own: only shown when it is wrong. A page size that was asked for is kept.</summary>
    public Html Rest(string name)
    {
        if (ProblemOf(name) is { } problem)
            return Html.Of($"<p class=\"field-problem\">{problem.Detail}</p>");
        return name == "limit" && Of(name) is { Length: > 0 } given
            ? Html.Of($"<input type=\"hidden\" name=\"{name}\" value=\"{given}\">")
            : Html.Empty;
    }

    private Html Field(string name, string key, Html control)
    {
        var problem = ProblemOf(name) is { } wrong
            ? Html.Of($"<span id=\"{name}-problem\" class=\"field-problem\">{wrong.Detail}</span>")
            : Html.Empty;
        return Html.Of($"<div class=\"field field-{name}\"><label for=\"{name}\" data-t=\"{key}\">{NameOf(name)}</label>{control}{problem}</div>");
    }

    private Html Invalid(string name) => ProblemOf(name) is null
        ? Html.Empty
        : Html.Of($" aria-invalid=\"true\" aria-describedby=\"{name}-problem\"");

    private Problem? ProblemOf(string name) => Problems.FirstOrDefault(problem => problem.Field == name);

    private string Of(string name) => Given.GetValueOrDefault(name, "");
}
