package dev.lifeline.slack.modal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Form;
import dev.lifeline.message.model.Forms;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form is within Slack's limits, and its submission carries its subject. */
class FormModalTest {

    private static final String LONG_REQUEST_ID = "a".repeat(40) + "." + "0".repeat(16);

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_a_modal_within_the_limits(Form form) {
        JsonNode view = FormModal.view(
                form, new PrivateMetadata("C0INCIDENT42", "https://hooks.example.com/" + "x".repeat(200), ""));

        assertThat(view.at("/title/text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(24);
        assertThat(view.at("/submit/text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(24);
        assertThat(view.path("callback_id").asText()).isEqualTo(form.action().id());
        assertThat(view.path("blocks")).hasSize(1 + form.fields().size());
        assertThat(PrivateMetadata.parse(view.path("private_metadata").asText()).buttonValue())
                .isEqualTo(LONG_REQUEST_ID);
        view.path("blocks")
                .forEach(block -> assertThat(block.at("/label/text").asText()).hasSizeLessThanOrEqualTo(2_000));
    }

    static Stream<Form> forms() {
        return Stream.of(Action.values())
                .flatMap(action -> Forms.in(Locale.ENGLISH).forAction(action, LONG_REQUEST_ID).stream());
    }
}
