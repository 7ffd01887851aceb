package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ScopedPayloadTest {

    private static final String PARTNER = "T0SECOND";

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void assertScoped(String payload, String scoped) {
        assertThat(ScopedPayload.of(PARTNER, json(payload))).isEqualTo(json(scoped));
    }

    @Test
    void the_home_workspace_keeps_its_payload() {
        JsonNode payload = json("{'command':'/rescue','user_id':'U0ASHA','text':'access <@U0BRUNO>'}");

        assertThat(ScopedPayload.of("", payload)).isSameAs(payload);
    }

    @Test
    void a_command_and_whom_it_mentions() {
        assertScoped(
                "{'command':'/rescue','user_id':'U0ASHA','channel_id':'C1','trigger_id':'1.2.a','team_id':'T0SECOND',"
                        + "'text':'access <@U0BRUNO|bruno> web-07 &lt;@U0EVE>','response_url':'https://x/'}",
                "{'command':'/rescue','user_id':'T0SECOND/U0ASHA','channel_id':'T0SECOND/C1','trigger_id':'T0SECOND/1.2.a',"
                        + "'team_id':'T0SECOND/T0SECOND','text':'access <@T0SECOND/U0BRUNO|bruno> web-07 &lt;@U0EVE>','response_url':'https://x/'}");
    }

    @Test
    void a_click_and_a_form() {
        assertScoped(
                "{'type':'block_actions','user':{'id':'U0ASHA','team_id':'T0SECOND'},'channel':{'id':'C1'},'trigger_id':'1.2.a',"
                        + "'container':{'channel_id':'C1','message_ts':'1.2'},'actions':[{'value':'C1/U1'}]}",
                "{'type':'block_actions','user':{'id':'T0SECOND/U0ASHA','team_id':'T0SECOND'},'channel':{'id':'T0SECOND/C1'},"
                        + "'trigger_id':'T0SECOND/1.2.a','container':{'channel_id':'T0SECOND/C1','message_ts':'1.2'},'actions':[{'value':'C1/U1'}]}");
        assertScoped(
                "{'type':'view_submission','user':{'id':'U0ASHA'},'response_urls':[{'channel_id':'C2'}],'view':{'id':'V1',"
                        + "'private_metadata':'C1','state':{'values':{'b':{'a':{'selected_conversation':'C2','value':'C3'}}}}}}",
                "{'type':'view_submission','user':{'id':'T0SECOND/U0ASHA'},'response_urls':[{'channel_id':'T0SECOND/C2'}],"
                        + "'view':{'id':'T0SECOND/V1','private_metadata':'C1',"
                        + "'state':{'values':{'b':{'a':{'selected_conversation':'T0SECOND/C2','value':'C3'}}}}}}");
    }

    @Test
    void events() {
        assertScoped(
                "{'type':'event_callback','team_id':'T0SECOND','event':{'type':'app_mention','user':'U0ASHA','channel':'C1',"
                        + "'text':'<@U0LIFELINE> rescue web-07','ts':'1.2'}}",
                "{'type':'event_callback','team_id':'T0SECOND/T0SECOND','event':{'type':'app_mention','user':'T0SECOND/U0ASHA',"
                        + "'channel':'T0SECOND/C1','text':'<@T0SECOND/U0LIFELINE> rescue web-07','ts':'1.2'}}");
        assertScoped(
                "{'event':{'type':'channel_id_changed','old_channel_id':'G1','new_channel_id':'C1'}}",
                "{'event':{'type':'channel_id_changed','old_channel_id':'T0SECOND/G1','new_channel_id':'T0SECOND/C1'}}");
    }

    @Test
    void P9_what_is_no_payload_is_no_crash() {
        for (String odd : new String[] {"[]", "7", "null", "{'user':7,'view':[],'event':'x','response_urls':{'a':1}}"})
            assertThat(ScopedPayload.of(PARTNER, json(odd))).isEqualTo(json(odd));
        assertThat(ScopedPayload.of(PARTNER, JsonNodeFactory.instance.missingNode())
                        .isMissingNode())
                .isTrue();
    }
}
