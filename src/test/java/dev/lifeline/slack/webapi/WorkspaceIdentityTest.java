package dev.lifeline.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose payloads are taken: in organisations, and in channels that are shared with other companies. */
class WorkspaceIdentityTest {

    private static final WorkspaceIdentity OURS =
            new WorkspaceIdentity("Ours", "T1OURS", Optional.of("E1OURS"), "U0BOT", "B0BOT", Optional.of("A0APP"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'team_id':'T1OURS'}",
                "{'team':{'id':'T1OURS'}}",
                "{'team':null,'user':{'team_id':'T1OURS'}}",
                "{'team_id':'T9','enterprise_id':'E1OURS'}",
                "{'team':null,'enterprise':{'id':'E1OURS'},'is_enterprise_install':true}",
                "{'team_id':'T2THEIRS','authorizations':[{'team_id':'T1OURS'}]}",
                "{'team_id':'T2THEIRS','authorizations':[{'team_id':'T3'},{'team_id':'T1OURS'}]}",
                "{'team':{'id':'T2THEIRS'},'view':{'app_installed_team_id':'T1OURS'}}",
            })
    void a_payload_that_names_the_workspace_or_its_organisation_is_ours(String payload) {
        assertThat(OURS.matches(read(payload))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'team_id':'T2THEIRS'}",
                "{'team_id':''}",
                "{'team_id':'T2THEIRS','user':{'team_id':'T1OURS'}}",
                "{'team_id':'T2THEIRS','enterprise_id':'E2THEIRS','authorizations':[{'team_id':'T2THEIRS'}]}",
                "{'team_id':'T2THEIRS','authorizations':[{'team_id':null,'enterprise_id':'E1OURS'}]}",
                "{'team':{'id':'T2THEIRS'},'view':{'app_installed_team_id':'T2THEIRS'}}",
            })
    void a_payload_that_names_neither_is_not(String payload) {
        assertThat(OURS.matches(read(payload))).isFalse();
    }

    @Test
    void a_bot_that_does_not_know_its_workspace_takes_no_payload_without_one() {
        WorkspaceIdentity unknown =
                new WorkspaceIdentity("", "", Optional.empty(), "U0BOT", "B0BOT", Optional.of("A0APP"));

        assertThat(unknown.matches(read("{}"))).isFalse();
    }

    private static JsonNode read(String payload) {
        try {
            String text = payload.replace('\'', '"');
            return new ObjectMapper()
                    .readTree(
                            text.equals("{}")
                                    ? "{\"api_app_id\":\"A0APP\"}"
                                    : text.replaceFirst("\\{", "{\"api_app_id\":\"A0APP\","));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
