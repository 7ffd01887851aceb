package dev.lifeline.softlayer.password;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Inspection;
import dev.lifeline.softlayer.ScriptedProviderTestBase;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookup of stored logins: none stored, or not visible to the bot. */
class LoginLookupTest extends ScriptedProviderTestBase {

    private static final DeviceId GUEST_ID = DeviceId.virtualGuest(101);
    private static final String NO_LOGIN_BODY = "{\"id\":101,\"operatingSystem\":{\"passwords\":[]}}";
    private static final String USER_WITH_PASSWORD_PERMISSION =
            "{\"id\":1,\"permissions\":[{\"keyName\":\"VIEW_CUSTOMER_SOFTWARE_PASSWORD\"}]}";

    private Inspection inspectWithLogin(MockResponse login) {
        provider.respond("getObject", json(200, "{\"id\":101}"), login);
        return adapter.devices().inspect(GUEST_ID).orElseThrow();
    }

    private Inspection inspectWithLogin(String login) {
        return inspectWithLogin(json(200, login));
    }

    @Test
    void a_name_is_seen_and_nothing_more_is_asked() {
        Inspection seen =
                inspectWithLogin("{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\"}]}}");

        assertThat(seen.credentialsOnRecord()).isTrue();
        assertThat(seen.credentialsVisible()).isTrue();
        assertThat(provider.requestsTo("getCurrentUser")).isEmpty();
    }

    @Test
    void none_is_on_record_where_the_bot_would_see_it() {
        provider.respond("getCurrentUser", USER_WITH_PASSWORD_PERMISSION);
        Inspection seen = inspectWithLogin(NO_LOGIN_BODY);

        assertThat(seen.credentialsOnRecord()).isFalse();
        assertThat(seen.credentialsVisible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"permissions\":[]}", "null", "[]"})
    void an_empty_list_says_nothing_where_the_bot_would_see_none(String bot) {
        provider.respond("getCurrentUser", bot);

        assertThat(inspectWithLogin(NO_LOGIN_BODY).credentialsVisible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":101}",
                "{\"id\":101,\"operatingSystem\":{}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{}]}}"
            })
    void a_key_that_is_missing_says_nothing(String login) {
        provider.respond("getCurrentUser", USER_WITH_PASSWORD_PERMISSION);

        assertThat(inspectWithLogin(login).credentialsVisible()).isFalse();
    }

    @Test
    void a_refusal_says_nothing() {
        provider.respond("getCurrentUser", USER_WITH_PASSWORD_PERMISSION);

        assertThat(inspectWithLogin(
                                error(500, "SoftLayer_Exception_Public", "You do not have permission to this service."))
                        .credentialsVisible())
                .isFalse();
    }
}
