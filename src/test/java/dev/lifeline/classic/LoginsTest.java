package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.error;
import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Inspection;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is no login on record, or may the bot not see it? */
class LoginsTest extends Conversation {

    private static final DeviceId WEB = DeviceId.virtualGuest(101);
    private static final String NONE = "{\"id\":101,\"operatingSystem\":{\"passwords\":[]}}";
    private static final String MAY_SEE =
            "{\"id\":1,\"permissions\":[{\"keyName\":\"VIEW_CUSTOMER_SOFTWARE_PASSWORD\"}]}";

    private Inspection inspected(MockResponse login) {
        provider.answers("getObject", json(200, "{\"id\":101}"), login);
        return door.devices().inspect(WEB).orElseThrow();
    }

    private Inspection inspected(String login) {
        return inspected(json(200, login));
    }

    @Test
    void a_name_is_seen_and_nothing_more_is_asked() {
        Inspection seen = inspected("{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\"}]}}");

        assertThat(seen.credentialsOnRecord()).isTrue();
        assertThat(seen.credentialsVisible()).isTrue();
        assertThat(provider.asked("getCurrentUser")).isEmpty();
    }

    @Test
    void none_is_on_record_where_the_bot_would_see_it() {
        provider.answers("getCurrentUser", MAY_SEE);
        Inspection seen = inspected(NONE);

        assertThat(seen.credentialsOnRecord()).isFalse();
        assertThat(seen.credentialsVisible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"permissions\":[]}", "null", "[]"})
    void an_empty_list_says_nothing_where_the_bot_would_see_none(String bot) {
        provider.answers("getCurrentUser", bot);

        assertThat(inspected(NONE).credentialsVisible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":101}",
                "{\"id\":101,\"operatingSystem\":{}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{}]}}"
            })
    void a_key_that_is_missing_says_nothing(String login) {
        provider.answers("getCurrentUser", MAY_SEE);

        assertThat(inspected(login).credentialsVisible()).isFalse();
    }

    @Test
    void a_refusal_says_nothing() {
        provider.answers("getCurrentUser", MAY_SEE);

        assertThat(inspected(error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."))
                        .credentialsVisible())
                .isFalse();
    }
}
