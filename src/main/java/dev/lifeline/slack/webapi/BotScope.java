package dev.lifeline.slack.webapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The bot scopes that the bot uses. An administrator may leave out those that are optional
 * (https://docs.slack.dev/changelog/2026/03/16/optional-scopes); the bot works without each, and says what is lost.
 */
public enum BotScope {
    APP_MENTIONS_READ("app_mentions:read", "mentions of the bot are not heard; the command and the shortcuts are"),
    CANVASES_WRITE(
            "canvases:write", "the timeline of a rescue cannot be posted to a canvas; it is sent as a direct message"),
    CHANNELS_HISTORY("channels:history", Lost.REPEATED_MESSAGES + "public channels"),
    CHANNELS_READ("channels:read", Lost.CHANNEL_FACTS + "public channels"),
    CHAT_WRITE("chat:write"),
    COMMANDS("commands"),
    GROUPS_HISTORY("groups:history", Lost.REPEATED_MESSAGES + "private channels"),
    GROUPS_READ("groups:read", Lost.CHANNEL_FACTS + "private channels"),
    IM_HISTORY("im:history", Lost.REPEATED_MESSAGES + "direct messages"),
    IM_WRITE("im:write", "nobody gets direct messages: approvers and reviewers are told in the channel only"),
    MPIM_HISTORY("mpim:history", Lost.REPEATED_MESSAGES + "direct messages of several people"),
    MPIM_READ("mpim:read", Lost.CHANNEL_FACTS + "direct messages of several people"),
    USERGROUPS_READ(
            "usergroups:read",
            "what a policy has approved by a user group cannot be asked for: such requests are refused"),
    USERS_READ("users:read"),
    USERS_READ_EMAIL("users:read.email", "nobody is known by their e-mail address: everybody types /rescue link once");

    /** What several scopes have in common. */
    private static final class Lost {
        static final String REPEATED_MESSAGES =
                "a message whose delivery Slack did not confirm may be posted twice in ";
        static final String CHANNEL_FACTS =
                "addresses are shown privately only, and rules of a policy that name channels cannot be decided, in ";

        private Lost() {}
    }

    private final String scopeName;
    private final String lossWithout;

    /** A scope without which there is no bot. */
    BotScope(String scopeName) {
        this(scopeName, "");
    }

    BotScope(String scopeName, String lossWithout) {
        this.scopeName = scopeName;
        this.lossWithout = lossWithout;
    }

    /** Slack's name of the scope. */
    public String scopeName() {
        return scopeName;
    }

    public boolean isOptional() {
        return !lossWithout.isEmpty();
    }

    /** What the bot cannot do without it, in words for the operator; empty where it is needed. */
    public String lossWithout() {
        return lossWithout;
    }

    /** The names of all, in order. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (BotScope scope : values()) names.add(scope.scopeName);
        return names;
    }

    /** Whether all scopes with these names are optional. */
    static boolean areOptional(Set<String> names) {
        return Stream.of(values())
                .filter(scope -> names.contains(scope.scopeName))
                .allMatch(BotScope::isOptional);
    }
}
