using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Bot.Channels.Telegram;

/// <summary>How requests and answers are written: names in snake_case, absent things left out, Chinese as it is.</summary>
[JsonSerializable(typeof(AnswerCallbackQueryRequest))]
[JsonSerializable(typeof(AnswerInlineQueryRequest))]
[JsonSerializable(typeof(DeleteMessageRequest))]
[JsonSerializable(typeof(DeleteWebhookRequest))]
[JsonSerializable(typeof(EditMessageTextRequest))]
[JsonSerializable(typeof(GetChatMemberRequest))]
[JsonSerializable(typeof(GetMeRequest))]
[JsonSerializable(typeof(GetUpdatesRequest))]
[JsonSerializable(typeof(SendChatActionRequest))]
[JsonSerializable(typeof(SendMessageDraftRequest))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(SendPhotoRequest))]
[JsonSerializable(typeof(SetMyCommandsRequest))]
[JsonSerializable(typeof(SetWebhookRequest))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(ApiResponse<bool>), TypeInfoPropertyName = "Done")]
[JsonSerializable(typeof(ApiResponse<ChatMember>), TypeInfoPropertyName = "MemberAnswer")]
[JsonSerializable(typeof(ApiResponse<Message>), TypeInfoPropertyName = "MessageAnswer")]
[JsonSerializable(typeof(ApiResponse<Update[]>), TypeInfoPropertyName = "UpdatesAnswer")]
[JsonSerializable(typeof(ApiResponse<User>), TypeInfoPropertyName = "UserAnswer")]
internal sealed partial class TelegramJson : JsonSerializerContext
{
    private static readonly TelegramJson WireContext = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new UnixSeconds(), new TolerantUpdates() },
    });

    public static TelegramJson Wire => WireContext;

    public JsonTypeInfo GetRequiredTypeInfo(Type type) =>
        GetTypeInfo(type) ?? throw new InvalidOperationException($"{type.Name} is not registered in {nameof(TelegramJson)}.");
}
