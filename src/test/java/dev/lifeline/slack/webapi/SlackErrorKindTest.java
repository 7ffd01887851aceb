package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Outage;
import dev.lifeline.testkit.SlackReference;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors of Slack are over by themselves. */
class SlackErrorKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "internal_error", "service_unavailable"})
    void a_rate_limit_and_a_failure_are_over_by_themselves(String code) {
        assertThat(SlackErrorKind.fromCode(code).outage()).isEqualTo(Outage.TEMPORARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "token_revoked", "invalid_auth", "user_not_found", "a_code_of_tomorrow"})
    void what_the_bots_installation_lacks_is_not(String code) {
        assertThat(SlackErrorKind.fromCode(code).outage()).isEqualTo(Outage.PERMANENT);
    }

    @ParameterizedTest
    @EnumSource(ApiMethod.class)
    void nothing_waits_for_a_scope_that_may_be_left_out(ApiMethod method) {
        boolean optional = !method.scopes().isEmpty()
                && !method.scopes().contains("chat:write")
                && !method.scopes().contains("users:read");

        SlackErrorKind error = SlackErrorKind.of(method, "missing_scope");

        assertThat(error.isRetryable()).isEqualTo(!optional);
        assertThat(error.outage()).isEqualTo(Outage.PERMANENT);
    }

    /** Errors of arguments that the bot never sends, and of what the caller of the method answers by itself. */
    private static final Set<String> NOT_OURS = Set.of(
            "as_user_not_supported",
            "attachment_payload_limit_exceeded",
            "bad_client_secret", // Installer: whatever Slack refuses, nothing is installed
            "bad_redirect_uri",
            "blocked_file_type",
            "bot_not_found", // WorkspaceResolver goes on without the app's id
            "bots_not_found",
            "cannot_install_an_org_installed_app",
            "canvas_creation_failed", // ChannelCanvases has a sentence for each
            "canvas_disabled_user_team",
            "cant_broadcast_message",
            "draft_already_deleted",
            "draft_already_sent",
            "draft_has_conflict",
            "draft_not_found",
            "duplicate_channel_not_found",
            "duplicate_external_id",
            "duplicate_message_not_found",
            "enterprise_is_restricted",
            "exchanged_trigger_id", // DeliveryDispatcher has a sentence for each of the trigger
            "expired_trigger_id",
            "file_deleted",
            "file_is_deleted",
            "file_not_found",
            "file_share_limit_reached",
            "forbidden_team", // TokenCheck: the app-level token
            "free_teams_cannot_create_standalone_canvases",
            "hash_conflict", // the user typed meanwhile: what they see stays
            "insecure_request",
            "invalid_attachments",
            "invalid_client_id",
            "invalid_code",
            "invalid_code_verifier",
            "invalid_cursor",
            "invalid_grant_type",
            "invalid_limit",
            "invalid_metadata_filter_keys",
            "invalid_refresh_token", // TokenRenewal: the installation ends with its token
            "invalid_team",
            "invalid_trigger_id",
            "invalid_ts_latest",
            "invalid_ts_oldest",
            "invalid_types",
            "limit_required",
            "list_record_comment_fetch_failed",
            "markdown_text_conflict",
            "max_file_sharing_exceeded",
            "metadata_must_be_sent_from_app",
            "method_not_supported_for_channel_type",
            "missing_args",
            "missing_argument",
            "missing_file_data",
            "missing_profile_id",
            "no_dual_broadcast_content_update",
            "no_scopes",
            "no_such_subteam", // SlackDirectory: there is no such group
            "not_enabled", // HomePublisher: the app has no Home tab
            "not_enough_users",
            "not_found",
            "not_implemented",
            "oauth_authorization_url_mismatch",
            "pkce_not_allowed",
            "plan_upgrade_required", // SlackDirectory: the workspace has no user groups
            "preview_feature_not_available",
            "send_on_behalf_not_allowed",
            "slack_connect_blocked_file_type",
            "slack_connect_canvas_sharing_blocked",
            "slack_connect_clip_sharing_blocked",
            "slack_connect_file_link_sharing_blocked",
            "slack_connect_file_upload_sharing_blocked",
            "slack_connect_lists_sharing_blocked",
            "streaming_state_conflict",
            "too_many_attachments",
            "too_many_contact_cards",
            "too_many_users",
            "unable_to_share_files",
            "user_email_unverified",
            "users_list_not_supplied",
            "view_too_large");

    /** What others recorded has no page of {@code auth.revoke}. */
    @ParameterizedTest
    @EnumSource(value = ApiMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTH_REVOKE")
    void each_error_that_slack_documents_has_a_meaning_or_is_none_of_the_bots(ApiMethod method) {
        assertThat(SlackReference.errors(method.methodName()))
                .allMatch(
                        error -> NOT_OURS.contains(error) != (SlackErrorKind.fromCode(error) != SlackErrorKind.OTHER));
    }

    @Test
    void no_answer_at_all_is() {
        assertThat(SlackErrorKind.UNAVAILABLE.outage()).isEqualTo(Outage.TEMPORARY);
    }
}
