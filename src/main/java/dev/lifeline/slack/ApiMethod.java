package dev.lifeline.slack;

import java.time.Duration;
import java.util.Set;

/** Which Web API methods are called, and which scopes does the bot token need for each? The manifest is checked against this. */
enum ApiMethod {
    AUTH_TEST("auth.test", ""),
    BOTS_INFO("bots.info", "users:read"),
    CONNECTIONS_OPEN("apps.connections.open", ""),
    USERS_INFO("users.info", "users:read users:read.email"),
    LOOKUP_BY_EMAIL("users.lookupByEmail", "users:read.email"),
    USERS_LIST("users.list", "users:read"),
    USERGROUPS_LIST("usergroups.list", "usergroups:read"),
    USERGROUP_USERS("usergroups.users.list", "usergroups:read"),
    CONVERSATIONS_INFO("conversations.info", "channels:read groups:read mpim:read"),
    PERMALINK("chat.getPermalink", ""),
    POST("chat.postMessage", "chat:write"),
    UPDATE("chat.update", "chat:write"),
    EPHEMERAL("chat.postEphemeral", "chat:write"),
    VIEWS_OPEN("views.open", ""),
    VIEWS_UPDATE("views.update", ""),
    OPEN("conversations.open", "im:write"),
    HISTORY("conversations.history", "channels:history groups:history im:history mpim:history"),
    REPLIES("conversations.replies", "channels:history groups:history im:history mpim:history");

    private final String method;
    private final String scopes;

    ApiMethod(String method, String scopes) {
        this.method = method;
        this.scopes = scopes;
    }

    /** Slack's name of it. */
    String method() {
        return method;
    }

    /** How long an answer is waited for: a trigger is worth nothing after three seconds, and so long waits the acknowledgement. */
    Duration patience() {
        return this == VIEWS_OPEN ? Duration.ofSeconds(2) : Duration.ofSeconds(8);
    }

    /** The bot scopes it takes. */
    Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    }
}
