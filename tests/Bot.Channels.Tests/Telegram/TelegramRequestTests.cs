using System.Text;
using System.Text.Json;
using Bot.Channels.Telegram;
using Bot.TestServers;

namespace Bot.Channels.Tests.Telegram;

/// <summary>The forms that requests take on the wire, and updates in the journal.</summary>
public sealed class TelegramRequestTests
{
    private const long Person = 7001;

    [Fact]
    public async Task Photo_goes_as_a_form_that_Telegram_reads()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        var chat = server.AddPerson(Person);
        using var client = TelegramParts.ClientOf(server);
        byte[] picture = [0x89, .. Encoding.ASCII.GetBytes("PNG\r\n\u001a\n"), .. new byte[8], 0, 0, 2, 0, 0, 0, 1, 0];

        await client.SendRequest(
            new SendPhotoRequest
            {
                ChatId = Person,
                Photo = new("photo", "trend.png", "image/png", picture),
                Caption = "2019 <b>研发费用</b>",
                ParseMode = "HTML",
                ReplyMarkup = new([[new("👍", CallbackData: "u:1")]]),
            },
            CancellationToken.None);

        var message = chat.OfBot.ShouldHaveSingleItem();
        message.Text.ShouldBe("2019 研发费用");
        message.Buttons.ShouldHaveSingleItem();
        message.Photo.ShouldNotBeNull().ShouldSatisfyAllConditions(
            photo => photo.Content.ToArray().ShouldBe(picture),
            photo => photo.Disposition.ShouldBe("form-data; name=\"photo\"; filename=\"trend.png\""));
    }

    [Fact]
    public async Task Menus_webhook_members_and_queries_are_taken_by_a_strict_server()
    {
        await using var server = await LoopbackTelegram.StartAsync();
        server.AddChat(-1001).Statuses[Person] = "administrator";
        using var client = TelegramParts.ClientOf(server);
        var inline = server.Inline(Person, "绍兴 高企");

        var me = await client.SendRequest(new GetMeRequest(), CancellationToken.None);
        await client.SendRequest(
            new SetMyCommandsRequest { Commands = [new("ask", "提问")], Scope = new("all_private_chats"), LanguageCode = "zh" }, CancellationToken.None);
        var member = await client.SendRequest(new GetChatMemberRequest { ChatId = -1001, UserId = Person }, CancellationToken.None);
        await client.SendRequest(
            new AnswerInlineQueryRequest { InlineQueryId = inline, Results = [new("1", "高企", new("<b>416家</b>", "HTML"))], CacheTime = 60, IsPersonal = true, NextOffset = "50" },
            CancellationToken.None);
        await client.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = true }, CancellationToken.None);

        me.Username.ShouldBe("policy_report_bot");
        member.IsAdministrator.ShouldBeTrue();
        server.Commands.Keys.ShouldBe(["all_private_chats::zh"]);
        server.InlineAnswer(inline).ShouldNotBeNull();
        server.Calls.ShouldAllBe(call => call.Code == 200);
    }

    [Fact]
    public void Every_request_is_known_to_the_serialiser_and_so_is_its_answer()
    {
        var requests = typeof(RequestBase<>).Assembly.GetTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(RequestBase<>));

        foreach (var type in requests)
        {
            TelegramJson.Wire.GetTypeInfo(type).ShouldNotBeNull(type.Name);
            TelegramJson.Wire.GetTypeInfo(typeof(ApiResponse<>).MakeGenericType(type.BaseType!.GenericTypeArguments)).ShouldNotBeNull(type.Name);
        }
    }

    [Fact]
    public void Update_that_was_stored_is_read_back_as_it_was()
    {
        var update = new Update
        {
            UpdateId = 1L << 40,
            Message = new() { MessageId = 5, Chat = new(-1001, "supergroup", IsForum: true), Text = "绍兴", Date = DateTimeOffset.UnixEpoch.AddYears(50) },
        };

        var json = JsonSerializer.Serialize(update, TelegramJson.Wire.Update);

        JsonSerializer.Deserialize(json, TelegramJson.Wire.Update).ShouldBe(update);
        json.ShouldBe("""{"update_id":1099511627776,"message":{"message_id":5,"chat":{"id":-1001,"type":"supergroup","is_forum":true},"date":1577836800,"text":"绍兴"}}""");
    }
}
