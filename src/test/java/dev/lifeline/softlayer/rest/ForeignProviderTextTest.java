package dev.lifeline.softlayer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

/** What the provider sends is truncated before anything looks into it, however long it is. */
class ForeignProviderTextTest {

    private static final String LONG = "x".repeat(1_000_000);

    @Test
    void a_property_of_any_length_has_a_thousand_characters() {
        ApiObject object = new ApiObject(JsonNodeFactory.instance.objectNode().put("hostname", LONG));
        assertThat(object.text("hostname"))
                .hasValueSatisfying(text -> assertThat(text).hasSize(1_000));
    }

    @Test
    void blanks_before_a_name_are_not_skipped_for_ever() {
        ApiObject object =
                new ApiObject(JsonNodeFactory.instance.objectNode().put("hostname", " ".repeat(5_000) + "web-07"));
        assertThat(object.text("hostname")).isEmpty();
    }

    @Test
    void the_text_of_an_error_is_truncated_and_what_stands_beyond_classifies_nothing() {
        ApiError error = ApiError.fromResponse(500, "", "y".repeat(2_000) + " rate limit exceeded");
        assertThat(error.text()).hasSize(2_000);
        assertThat(error.kind()).isEqualTo(ApiError.fromResponse(500, "", "y").kind());
        assertThat(ApiError.of(ApiError.Kind.OTHER, 500, LONG).text()).hasSize(2_000);
        assertThat(error.detail()).hasSizeLessThan(320);
    }
}
