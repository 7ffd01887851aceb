package dev.lifeline.slack.webapi;

import java.time.Duration;
import java.util.Set;

/** The Web API methods that the bot calls, with the bot scopes that each needs; the manifest is tested against them. */
public enum ApiMethod {
    AUTH_TEST("auth.test", ""),
    AUTH_REVOKE("auth.revoke", ""),
    OAUTH_V2_ACCESS("oauth.v2.access", ""),
    BOTS_INFO("bots.info", "users:read"),
    APPS_CONNECTIONS_OPEN("apps.connections.open", ""),
    USERS_INFO("users.info", "users:read users:read.email"),
    USERS_LOOKUP_BY_EMAIL("users.lookupByEmail", "users:read.email"),
    USERS_LIST("users.list", "users:read"),
    USERGROUPS_LIST("usergroups.list", "usergroups:read"),
    USERGROUPS_USERS_LIST("usergroups.users.list", "usergroups:read"),
    CONVERSATIONS_INFO("conversations.info", "channels:read groups:read mpim:read"),
    USERS_CONVERSATIONS("users.conversations", "channels:read groups:read"),
    CANVASES_CREATE("canvases.create", "canvases:write"),
    CHAT_GET_PERMALINK("chat.getPermalink", ""),
    CHAT_POST_MESSAGE("chat.postMessage", "chat:write"),
    CHAT_UPDATE("chat.update", "chat:write"),
    CHAT_POST_EPHEMERAL("chat.postEphemeral", "chat:write"),
    VIEWS_OPEN("views.open", ""),
    VIEWS_UPDATE("views.update", ""),
    VIEWS_PUBLISH("views.publish", ""),
    CONVERSATIONS_OPEN("conversations.open", "im:write"),
    CONVERSATIONS_HISTORY("conversations.history", "channels:history groups:history im:history mpim:history"),
    CONVERSATIONS_REPLIES("conversations.replies", "channels:history groups:history im:history mpim:history");

    private final String methodName;
    private final String scopes;

    ApiMethod(String methodName, String scopes) {
        this.methodName = methodName;
        this.scopes = scopes;
    }

    /** Slack's name of the method, such as {@code chat.postMessage}. */
    public String methodName() {
        return methodName;
    }

    /**
     * Time-out of one call: 2 s for {@code views.open}, because a trigger expires after 3 s and the acknowledgement waits for the call; 8
     * s for all others.
     */
    Duration timeout() {
        return this == VIEWS_OPEN ? Duration.ofSeconds(2) : Duration.ofSeconds(8);
    }

    /** Whether an administrator may have left out every scope that the method needs. */
    boolean isOptional() {
        return !scopes.isEmpty() && BotScope.areOptional(scopes());
    }

    /** Bot scopes that the method needs; empty where it needs none. */
    public Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    }
}
