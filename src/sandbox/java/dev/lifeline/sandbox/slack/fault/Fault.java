package dev.lifeline.sandbox.slack.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults that the fake Slack can inject. Their names in JSON are in lower case with hyphens. */
public enum Fault {
    /** HTTP 429 with Retry-After (src/docs/platform/slack.md, section Rate limits). */
    RATELIMITED,
    /** HTTP 429 without Retry-After. */
    RATELIMITED_WITHOUT_RETRY_AFTER,
    /** {@code ok:false, error:internal_error}. */
    INTERNAL_ERROR,
    /** {@code ok:false} with the error named in {@code error}. */
    API_ERROR,
    HTTP_500,
    HTTP_503,
    /** HTTP 200 with an HTML page (src/docs/platform/slack.md, section Web API client and rate limits). */
    HTML_200,
    /** The method is carried out; the response comes {@code seconds} later. */
    SLOW,
    /** The connection is cut before the method is carried out. */
    DROP_BEFORE,
    /** The method is carried out, then the connection is cut without an answer. */
    COMMIT_THEN_DROP,
    /**
     * A post is answered as accepted but neither stored nor shown, as in a burst (src/docs/platform/slack.md, section Rate
     * limits) or for an ephemeral message (section Ephemeral messages).
     */
    NOT_SHOWN,
    /** {@code auth.test} answers {@code internal_error} (src/docs/platform/slack.md, section Authorization and multi-workspace). */
    AUTH_ERROR_ONCE,
    /**
     * {@code apps.connections.open} answers {@code internal_error} (src/docs/platform/slack.md, section Socket Mode
     * connections).
     */
    CONNECTIONS_OPEN_FAILS,
    /**
     * {@code apps.connections.open} returns a URL where no server listens (src/docs/platform/slack.md, section Socket Mode
     * connections).
     */
    DEAD_ENDPOINT,
    /** An envelope is delivered twice with one id (src/docs/platform/slack.md, section Issue tracker digest). */
    DUPLICATE_ENVELOPE,
    /** An envelope is delivered {@code seconds} late. */
    DELAY_ENVELOPE,
    /**
     * An envelope is delivered as one of {@code seconds} ago, as after an outage in which it was kept: what a user did then, with the time
     * stamps of then (src/docs/platform/slack.md, section Times).
     */
    STALE_ENVELOPE,
    /** An envelope is never delivered. */
    LOSE_ENVELOPE,
    /** The app's ack is dropped: the user sees a time-out, an event is sent again. */
    LOSE_ACK,
    /** A click is delivered with two actions (src/docs/platform/slack.md, section Dispatch details). */
    TWO_ACTIONS,
    /** A new socket receives no {@code hello}. */
    NO_HELLO,
    /** The handshake of a new socket is answered with HTTP 409 (src/docs/platform/slack.md, section Socket Mode connections). */
    HANDSHAKE_409,
    /** All sockets are cut at once, without a close frame. */
    DROP_SOCKET(true),
    /** All sockets receive {@code warning}, then {@code refresh_requested}. */
    REFRESH(true),
    /**
     * All sockets receive {@code warning} and are replaced ten seconds later, as in Slack's regular operation
     * (src/docs/platform/slack.md, section Socket Mode connections).
     */
    WARNING(true),
    /** All sockets receive {@code refresh_requested} without a warning. */
    REFRESH_UNWARNED(true),
    /** All sockets receive {@code too_many_websockets} and are closed. */
    TOO_MANY_WEBSOCKETS(true),
    /** All sockets receive {@code link_disabled} and are closed. */
    LINK_DISABLED(true),
    /**
     * All sockets stay open and send nothing from now on: no delivery, no pong (src/docs/platform/slack.md, section Socket
     * Mode connections).
     */
    MUTE_SOCKET(true),
    /** Every trigger id issued so far expires, and the next ones are expired when issued. */
    EXPIRE_TRIGGERS,
    /** Every response URL issued so far expires, and the next ones are expired when issued. */
    EXPIRE_RESPONSE_URLS,
    /** The channel named is archived. */
    ARCHIVE_CHANNEL(true),
    /**
     * The channel named is shared with the partner; a private one gets another id, and {@code channel_id_changed} is sent
     * (src/docs/platform/slack.md, section Who is clicking).
     */
    SHARE_CHANNEL(true),
    /** The bot is removed from the channel named. */
    REMOVE_BOT(true),
    /**
     * The user named becomes {@code to}: member, guest, single_channel_guest or deactivated (src/docs/platform/slack.md,
     * section Who is clicking).
     */
    CHANGE_PERSON(true),
    /**
     * The workspace belongs to an Enterprise organisation, whose id is in every payload; with {@code org_wide} the app is installed for
     * all of it (src/docs/platform/slack.md, section Who is clicking).
     */
    JOIN_ENTERPRISE(true),
    /**
     * {@code users.info} describes the user named {@code as}: as_usual, without_team, with_organisation_id (the id that they have in the
     * organisation), with_other_id or with_unconfirmed_email (src/docs/platform/slack.md, section Who is clicking).
     */
    DESCRIBE_PERSON(true),
    /** The scope named is removed from the bot token. */
    REVOKE_SCOPE(true),
    /** The bot token is revoked; the app receives {@code tokens_revoked}. */
    REVOKE_TOKENS(true),
    /** The app is uninstalled; it receives {@code app_uninstalled} and nothing after it. */
    UNINSTALL_APP(true),
    /** Slack limits the app's events for a minute, and tells the app by {@code app_rate_limited}. */
    APP_RATE_LIMITED(true),
    /** Slack switched the app's event subscriptions off, as it does when nearly all deliveries of an hour fail. */
    DISABLE_SUBSCRIPTIONS(true);

    private final boolean isImmediate;

    Fault() {
        this(false);
    }

    Fault(boolean isImmediate) {
        this.isImmediate = isImmediate;
    }

    /** Whether it takes effect when injected, instead of at the next matching call or delivery. */
    public boolean isImmediate() {
        return isImmediate;
    }

    /** Returns its name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds a fault by its name in JSON; underscores are accepted too. */
    public static Optional<Fault> byWireName(String wireName) {
        return Arrays.stream(values())
                .filter(fault -> fault.wireName().equals(wireName.replace('_', '-')))
                .findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Fault::wireName).toList();
    }
}
