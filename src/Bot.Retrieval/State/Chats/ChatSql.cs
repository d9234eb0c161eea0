namespace Bot.Retrieval;

/// <summary>What is said to the state database about chats. Times are milliseconds since 1970, UTC.</summary>
internal static class ChatSql
{
    // Format 2 knew no chats. An event whose replies are noted keeps its key alone, so that a second delivery is recognised.
    public const string CreateTables = """
        CREATE TABLE chat_events (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            platform TEXT NOT NULL,
            key TEXT NOT NULL,
            lane TEXT NOT NULL,
            person TEXT,
            subject TEXT,
            body TEXT,
            at INTEGER NOT NULL,
            is_answered INTEGER NOT NULL DEFAULT 0,
            UNIQUE (platform, key)
        );
        CREATE INDEX chat_events_open ON chat_events (platform, number) WHERE is_answered = 0;
        CREATE INDEX chat_events_by_subject ON chat_events (platform, subject) WHERE subject IS NOT NULL;
        CREATE INDEX chat_events_by_time ON chat_events (at) WHERE is_answered = 1;
        CREATE TABLE chat_replies (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            platform TEXT NOT NULL,
            event INTEGER,
            lane TEXT NOT NULL,
            body TEXT,
            at INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            is_settled INTEGER NOT NULL DEFAULT 0,
            receipt TEXT,
            problem TEXT
        );
        CREATE INDEX chat_replies_open ON chat_replies (platform, number) WHERE is_settled = 0;
        CREATE INDEX chat_replies_by_event ON chat_replies (event);
        CREATE INDEX chat_replies_by_time ON chat_replies (at) WHERE is_settled = 1;
        CREATE TABLE chat_subscriptions (
            platform TEXT NOT NULL,
            chat TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (platform, chat)
        ) WITHOUT ROWID;
        CREATE TABLE chat_announcements (
            platform TEXT NOT NULL,
            chat TEXT NOT NULL,
            report TEXT NOT NULL,
            version TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (platform, chat, report, version)
        ) WITHOUT ROWID;
        CREATE TABLE chat_grants (
            platform TEXT NOT NULL,
            subject TEXT NOT NULL,
            is_allowed INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (platform, subject)
        ) WITHOUT ROWID;
        """;

    public const string CreateProfiles = """
        CREATE TABLE chat_profiles (
            platform TEXT NOT NULL,
            person TEXT NOT NULL,
            profile TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (platform, person)
        ) WITHOUT ROWID;
        PRAGMA user_version = 5;
        """;

    // No row comes back for an event that is known already.
    public const string AddEvent = """
        INSERT INTO chat_events (platform, key, lane, person, subject, body, at)
        VALUES ($platform, $key, $lane, $person, $subject, $body, $at)
        ON CONFLICT DO NOTHING RETURNING number
        """;

    public const string ReadOpenEvents = """
        SELECT number, key, lane, person, body, subject, at FROM chat_events WHERE platform = $platform AND is_answered = 0 ORDER BY number
        """;

    // The index of open events holds few, however many were answered.
    public const string CountOpenEvents =
        "SELECT count(*) FROM chat_events WHERE platform = $platform AND is_answered = 0 AND person = $person";

    // No row comes back for an event that was answered before.
    public const string AnswerEvent =
        "UPDATE chat_events SET is_answered = 1, body = NULL WHERE number = $number AND is_answered = 0 RETURNING number";

    public const string AddReply = """
        INSERT INTO chat_replies (platform, event, lane, body, at) VALUES ($platform, $event, $lane, $body, $at) RETURNING number
        """;

    public const string AddReceipt = """
        INSERT INTO chat_replies (platform, event, lane, at, attempts, is_settled, receipt)
        SELECT platform, number, lane, $at, 1, 1, $receipt FROM chat_events WHERE number = $event
        """;

    public const string ReadOpenReplies = """
        SELECT number, event, lane, body, attempts FROM chat_replies WHERE platform = $platform AND is_settled = 0 ORDER BY number
        """;

    public const string BeginReply = "UPDATE chat_replies SET attempts = attempts + 1 WHERE number = $number AND is_settled = 0";

    // What begins again on purpose (the platform said no) leaves no doubt whether it was shown.
    public const string UndoReply = "UPDATE chat_replies SET attempts = 0 WHERE number = $number AND is_settled = 0";

    public const string SettleReply = """
        UPDATE chat_replies SET is_settled = 1, body = NULL, receipt = $receipt, problem = $problem WHERE number = $number AND is_settled = 0
        """;

    public const string ReadReceipts = """
        SELECT r.receipt FROM chat_replies r JOIN chat_events e ON e.number = r.event
        WHERE e.platform = $platform AND e.subject = $subject AND r.receipt IS NOT NULL GROUP BY r.receipt ORDER BY min(r.number)
        """;

    // A chat's lanes are itself and chat/topic: -10 has nothing to do with -100.
    public const string MoveLanes = """
        UPDATE chat_events SET lane = $to || substr(lane, length($from) + 1)
        WHERE platform = $platform AND is_answered = 0 AND (lane = $from OR substr(lane, 1, length($from) + 1) = $from || '/');
        UPDATE chat_replies SET lane = $to || substr(lane, length($from) + 1)
        WHERE platform = $platform AND is_settled = 0 AND (lane = $from OR substr(lane, 1, length($from) + 1) = $from || '/')
        """;

    public const string MoveChat = """
        UPDATE OR REPLACE chat_subscriptions SET chat = $to || substr(chat, length($from) + 1)
        WHERE platform = $platform AND (chat = $from OR substr(chat, 1, length($from) + 1) = $from || '/');
        UPDATE OR REPLACE chat_announcements SET chat = $to || substr(chat, length($from) + 1)
        WHERE platform = $platform AND (chat = $from OR substr(chat, 1, length($from) + 1) = $from || '/');
        UPDATE OR REPLACE chat_grants SET subject = $to WHERE platform = $platform AND subject = $from
        """;

    public const string PruneEvents = "DELETE FROM chat_events WHERE is_answered = 1 AND at < $before";

    public const string PruneReplies = "DELETE FROM chat_replies WHERE is_settled = 1 AND at < $before";

    // The keys stay: they say nothing about the person, and without them a second delivery would be answered anew.
    public const string ForgetPerson = """
        DELETE FROM answers WHERE substr(conversation, 1, length($conversations)) = $conversations;
        UPDATE chat_events SET body = NULL, person = NULL, is_answered = 1 WHERE platform = $platform AND person = $person AND number <> $but;
        DELETE FROM chat_profiles WHERE platform = $platform AND person = $person
        """;

    public const string CountOfPerson = "SELECT count(*) FROM answers WHERE substr(conversation, 1, length($conversations)) = $conversations";

    // No row comes back for a chat that is subscribed already.
    public const string Subscribe =
        "INSERT INTO chat_subscriptions (platform, chat, at) VALUES ($platform, $chat, $at) ON CONFLICT DO NOTHING RETURNING 1";

    public const string Unsubscribe = "DELETE FROM chat_subscriptions WHERE platform = $platform AND chat = $chat";

    public const string ReadSubscriptions = "SELECT chat FROM chat_subscriptions WHERE platform = $platform ORDER BY at, chat";

    // No row comes back for what was announced before, nor for a chat that left, or moved, since somebody looked.
    public const string Announce = """
        INSERT INTO chat_announcements (platform, chat, report, version, at)
        SELECT $platform, $chat, $report, $version, $at WHERE EXISTS (SELECT 1 FROM chat_subscriptions WHERE platform = $platform AND chat = $chat)
        ON CONFLICT DO NOTHING RETURNING 1
        """;

    public const string ReadAnnounced = "SELECT report, version FROM chat_announcements WHERE platform = $platform AND chat = $chat";

    public const string Grant = """
        INSERT INTO chat_grants (platform, subject, is_allowed, at) VALUES ($platform, $subject, $allowed, $at)
        ON CONFLICT DO UPDATE SET is_allowed = excluded.is_allowed, at = excluded.at
        """;

    public const string ReadGrants = "SELECT subject, is_allowed FROM chat_grants WHERE platform = $platform ORDER BY at, subject";

    public const string KeepProfile = """
        INSERT INTO chat_profiles (platform, person, profile, at) VALUES ($platform, $person, $profile, $at)
        ON CONFLICT DO UPDATE SET profile = excluded.profile, at = excluded.at
        """;

    public const string ReadProfile = "SELECT profile, at FROM chat_profiles WHERE platform = $platform AND person = $person";

    public const string ForgetProfile = "DELETE FROM chat_profiles WHERE platform = $platform AND person = $person";
}
