package dev.lifeline.softlayer.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Login;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ScriptedProvider;
import dev.lifeline.softlayer.ScriptedProviderTestBase;
import dev.lifeline.testkit.StackTraceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored passwords: read on demand, returned complete or not at all, and never part of an error. */
class ClassicPasswordsTest extends ScriptedProviderTestBase {

    private static final DeviceId GUEST_ID = DeviceId.virtualGuest(101);
    private static final String SECRET_CANARY = "cAn4ry!pass";

    private String readPassword(String body) {
        provider.respond("getObject", body);
        return readPassword();
    }

    private String readPassword() {
        Optional<Login> login = adapter.passwords().findLogin(GUEST_ID);
        return login.map(found ->
                        found.username() + "/" + new String(found.password().characters()))
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"a b\"}]}} | root/a b",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"app\",\"password\":\"x\"},{\"username\":\"root\",\"password\":\"y\"}]}} | root/y",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"app\",\"password\":\"x\"}]}} | app/x",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":{\"username\":\"root\",\"password\":\"alone\"}}} | root/alone",
                "{\"softwareComponents\":[{\"passwords\":[{\"username\":\"Administrator\",\"password\":\"w\"}]}],\"id\":101} | Administrator/w",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"password\":\"p\\u00e9\\\"\\\\\\ud83d\\udd11\",\"username\":\"root\",\"more\":{\"a\":[1]}}]}} | root/pé\"\\🔑"
            })
    void the_administrators_password_is_told_as_it_is(String body, String password) {
        assertThat(readPassword(body)).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"id\":101}",
                "{\"id\":101,\"operatingSystem\":null}",
                "{\"id\":101,\"operatingSystem\":{}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[]}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\"}]}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\" \"}]}}",
                "{\"id\":101,\"softwareComponents\":[{\"passwords\":[{\"username\":\"mysql\",\"password\":\"x\"}]}]}"
            })
    void none_on_record_and_none_to_be_seen_are_one_answer(String body) {
        assertThat(readPassword(body)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "404, SoftLayer_Exception_ObjectNotFound, Unable to find object with id of '101'.",
        "500, SoftLayer_Exception_Public, You do not have permission to this service.",
    })
    void what_the_bot_may_not_read_is_none(int status, String code, String text) {
        provider.respond("getObject", ScriptedProvider.error(status, code, text));

        assertThat(readPassword()).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"cAn4ry!pass\"}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"cAn4ry!pass",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"password\":cAn4ry!pass}]}}",
                "{\"id\":102,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"cAn4ry!pass\"}]}}",
                "<html>cAn4ry!pass</html>"
            })
    void P6_what_cannot_be_read_is_told_without_its_words(String body) {
        provider.respond("getObject", body);

        assertThatThrownBy(this::readPassword).isInstanceOfSatisfying(ProviderUnavailableException.class, e -> {
            assertThat(StackTraceText.of(e)).doesNotContain(SECRET_CANARY).doesNotContain("cAn4ry");
        });
    }

    @Test
    void P6_each_time_is_read_anew() {
        provider.respond(
                "getObject",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"old\"}]}}",
                "{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\"new\"}]}}");

        assertThat(readPassword()).isEqualTo("root/old");
        assertThat(readPassword()).isEqualTo("root/new");
    }

    @Test
    void a_long_one_is_told_whole() {
        String password = "x7".repeat(9_000);

        assertThat(readPassword("{\"id\":101,\"operatingSystem\":{\"passwords\":[{\"username\":\"root\",\"password\":\""
                        + password + "\"}]}}"))
                .isEqualTo("root/" + password);
    }
}
