using Microsoft.Playwright;

namespace Bot.Tests.Browser;

/// <summary>What a person does on the page.</summary>
internal static class PageActions
{
    /// <summary>Types a question, sends it, and waits until the answer stands whole.</summary>
    public static async Task<ILocator> AskAsync(this IPage page, string question)
    {
        await page.Locator("#question").FillAsync(question);
        await page.Locator("#question").PressAsync("Enter");
        var turn = page.Locator(".turn").Last;
        await turn.Locator(".answer-foot").WaitForAsync();
        return turn;
    }

    /// <summary>By how many pixels the page is wider than the screen.</summary>
    public static Task<int> SidewaysAsync(this IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Presses a key until what has the focus matches, at most <paramref name="limit"/> times.</summary>
    public static async Task PressUntilFocusAsync(this IPage page, string key, string selector, int limit = 40)
    {
        for (int press = 0; press < limit; press++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.HasFocusAsync(selector))
                return;
        }

        throw new InvalidOperationException($"{limit} × {key} did not lead to {selector}.");
    }

    public static Task<bool> HasFocusAsync(this IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);
}
