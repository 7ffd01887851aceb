package dev.lifeline.sandbox.slack.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which ways of misbehaving does the pretend Slack know? The names in JSON are in lower case with hyphens. */
public enum Fault {
    /** HTTP 429 with Retry-After (slack.md 4.3). */
    RATELIMITED,
    /** HTTP 429 that does not say how long to wait. */
    RATELIMITED_WITHOUT_RETRY_AFTER,
    /** {@code ok:false, error:internal_error}. */
    INTERNAL_ERROR,
    /** {@code ok:false} with the error named in {@code error}. */
    API_ERROR,
    HTTP_500,
    HTTP_503,
    /** HTTP 200 with an HTML page (slack.md 2.8). */
    HTML_200,
    /** The method is carried out, the answer comes {@code seconds} later. */
    SLOW,
    /** The connection is cut before the method is carried out. */
    DROP_BEFORE,
    /** The method is carried out, then the connection is cut without an answer. */
    COMMIT_THEN_DROP,
    /** A post is answered as taken, and is neither stored nor shown, as in a burst (slack.md 4.3), or an ephemeral one (4.5). */
    NOT_SHOWN,
    /** {@code auth.test} answers {@code internal_error} (slack.md 2.7). */
    AUTH_ERROR_ONCE,
    /** {@code apps.connections.open} answers {@code internal_error} (slack.md 2.3). */
    CONNECTIONS_OPEN_FAILS,
    /** {@code apps.connections.open} names an address where nobody listens (slack.md 2.3). */
    DEAD_ENDPOINT,
    /** An envelope is delivered twice with one id (slack.md 2.10). */
    DUPLICATE_ENVELOPE,
    /** An envelope is delivered {@code seconds} late. */
    DELAY_ENVELOPE,
    /** An envelope is never delivered. */
    LOSE_ENVELOPE,
    /** The app's acknowledgement is not heard: the person sees a time-out, an event comes again. */
    LOSE_ACK,
    /** A press tells of two actions at once (slack.md 2.9). */
    TWO_ACTIONS,
    /** A new socket gets no hello. */
    NO_HELLO,
    /** The handshake of a new socket is answered with HTTP 409 (slack.md 2.3). */
    HANDSHAKE_409,
    /** All sockets are cut at once, without a close frame. */
    DROP_SOCKET(true),
    /** All sockets are told {@code warning}, then {@code refresh_requested}. */
    REFRESH(true),
    /** All sockets are told {@code warning}, and exchanged ten seconds later, as in Slack's everyday life (slack.md 2.3). */
    WARNING(true),
    /** All sockets are told {@code refresh_requested} without a warning. */
    REFRESH_UNWARNED(true),
    /** All sockets are told {@code too_many_websockets} and closed. */
    TOO_MANY_WEBSOCKETS(true),
    /** All sockets are told {@code link_disabled} and closed. */
    LINK_DISABLED(true),
    /** All sockets stay open and are silent from now on: no delivery, no pong (slack.md 2.3). */
    MUTE_SOCKET(true),
    /** Every trigger id handed out so far has expired, and the next ones are stale when they arrive. */
    EXPIRE_TRIGGERS,
    /** Every response URL handed out so far has expired, and the next ones are stale when they arrive. */
    EXPIRE_RESPONSE_URLS,
    /** The channel named is archived. */
    ARCHIVE_CHANNEL(true),
    /** The channel named is shared with the partner; a private one gets another id, and {@code channel_id_changed} tells (slack.md 4.4). */
    SHARE_CHANNEL(true),
    /** The bot is removed from the channel named. */
    REMOVE_BOT(true),
    /** The person named is {@code to}: member, guest, single_channel_guest or deactivated (slack.md 4.4). */
    CHANGE_PERSON(true),
    /** The workspace belongs to an Enterprise organisation, whose id is in every payload (slack.md 4.4). */
    JOIN_ENTERPRISE(true),
    /** The scope named is taken from the bot's token. */
    REVOKE_SCOPE(true),
    /** The bot's token is good no more; the app is told so by {@code tokens_revoked}. */
    REVOKE_TOKENS(true),
    /** The app is taken from the workspace; it is told so by {@code app_uninstalled}, and hears nothing more. */
    UNINSTALL_APP(true);

    private final boolean isImmediate;

    Fault() {
        this(false);
    }

    Fault(boolean isImmediate) {
        this.isImmediate = isImmediate;
    }

    /** Whether it happens when asked for, instead of lying in wait for the next call or delivery. */
    public boolean isImmediate() {
        return isImmediate;
    }

    /** Its name in JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in JSON; underscores do as well. */
    public static Optional<Fault> byWireName(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.wireName().equals(word.replace('_', '-')))
                .findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(Fault::wireName).toList();
    }
}
