package dev.lifeline.message.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamKeyTest {

    private static final RequestId REQUEST = new RequestId("request001");
    private static final SlackUserId USER = new SlackUserId("U0ASHA");

    @Test
    void the_text_form_is_what_the_database_holds() {
        assertThat(new StreamKey.Request(REQUEST)).hasToString("request:request001");
        assertThat(new StreamKey.Review(REQUEST)).hasToString("review:request001");
        assertThat(new StreamKey.Direct(USER)).hasToString("direct:U0ASHA");
        assertThat(new StreamKey.Ephemeral(USER)).hasToString("person:U0ASHA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request:request001", "review:request001", "direct:U0ASHA", "person:U0ASHA"})
    void the_text_form_is_read_back(String text) {
        assertThat(StreamKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "request", "request:", "request:U0ASHA", "person:request001", "channel:request001"})
    void other_text_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamKey.parse(text));
    }
}
