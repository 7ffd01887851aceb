package dev.lifeline.slack.webapi;

import dev.lifeline.device.Outage;
import java.util.Map;
import java.util.Set;

/**
 * Kinds of Web API errors, by what follows from them. Source of the codes: the error tables of the methods, such as
 * https://docs.slack.dev/reference/methods/chat.postMessage.
 */
public enum SlackErrorKind {
    /** Too many calls; may be repeated after the period that Slack names. */
    RATE_LIMITED,
    /** Slack is unreachable or failing, and whether it executed the call is not known. */
    UNAVAILABLE,
    /** Slack is unreachable, and no byte of the call was sent. */
    NOT_SENT,
    /** The token or its scopes are insufficient; an operator has to correct that, and messages are kept until then. */
    UNAUTHORIZED,
    /** The bot is not, or no longer, installed in the workspace; nothing waits for it. */
    NOT_INSTALLED,
    /** The token lacks a scope that an administrator may leave out; nothing waits for it. */
    SCOPE_MISSING,
    /** The bot is not a member of the channel, or may not see it. */
    NOT_INVITED,
    /** The channel is archived, or closed to messages of bots. */
    CHANNEL_CLOSED,
    /** The message to update no longer exists, or can no longer be updated. */
    MESSAGE_GONE,
    /** The blocks were rejected; the text alone may be accepted. */
    INVALID_CONTENT,
    /** The user cannot be written to. */
    USER_UNREACHABLE,
    /** An unknown code. */
    OTHER;

    private static final Map<SlackErrorKind, Set<String>> CODES = Map.of(
            RATE_LIMITED, Set.of("ratelimited", "rate_limited", "message_limit_exceeded"),
            UNAVAILABLE,
                    Set.of(
                            "internal_error",
                            "fatal_error",
                            "service_unavailable",
                            "request_timeout",
                            "team_added_to_org",
                            "external_channel_migrating"),
            UNAUTHORIZED,
                    Set.of(
                            "invalid_auth",
                            "not_authed",
                            "account_inactive",
                            "token_revoked",
                            "token_expired",
                            "missing_scope",
                            "not_allowed_token_type",
                            "no_permission",
                            "org_login_required",
                            "ekm_access_denied",
                            "access_denied",
                            "two_factor_setup_required",
                            "accesslimited",
                            "team_access_not_granted",
                            "app_access_restricted"),
            NOT_INVITED, Set.of("not_in_channel", "channel_not_found", "channel_is_limited_access"),
            CHANNEL_CLOSED,
                    Set.of(
                            "is_archived",
                            "is_inactive",
                            "restricted_action",
                            "restricted_action_read_only_channel",
                            "restricted_action_thread_only_channel",
                            "restricted_action_non_threadable_channel",
                            "restricted_action_thread_locked",
                            "cannot_reply_to_message",
                            "posting_to_channel_denied",
                            "messages_tab_disabled",
                            "team_not_found"),
            MESSAGE_GONE,
                    Set.of(
                            "message_not_found",
                            "cant_update_message",
                            "edit_window_closed",
                            "update_failed",
                            "thread_not_found"),
            INVALID_CONTENT,
                    Set.of(
                            "invalid_blocks",
                            "invalid_blocks_format",
                            "msg_blocks_too_long",
                            "msg_too_long",
                            "block_mismatch",
                            "no_text",
                            "invalid_arguments",
                            "invalid_metadata_format",
                            "invalid_metadata_schema",
                            "metadata_too_large"),
            USER_UNREACHABLE,
                    Set.of(
                            "user_not_in_channel",
                            "user_not_found",
                            "users_not_found",
                            "user_not_visible",
                            "user_disabled",
                            "cannot_dm_bot",
                            "cannot_message_self",
                            "invalid_user_combination",
                            "cannot_find_channel_for_user"));

    /** The kind of the {@code error} of an {@code ok:false} response of a method. */
    static SlackErrorKind of(ApiMethod method, String code) {
        return code.equals("missing_scope") && method.isOptional() ? SCOPE_MISSING : fromCode(code);
    }

    /** The kind of the {@code error} of an {@code ok:false} response. */
    public static SlackErrorKind fromCode(String code) {
        return CODES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether the call fails by itself only for a while, or until somebody corrects what causes it. */
    Outage outage() {
        return mayPass() ? Outage.TEMPORARY : Outage.PERMANENT;
    }

    /** Whether the failure may pass while nobody does anything about it. */
    public boolean mayPass() {
        return this == RATE_LIMITED || this == UNAVAILABLE || this == NOT_SENT;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return mayPass() || this == UNAUTHORIZED;
    }
}
