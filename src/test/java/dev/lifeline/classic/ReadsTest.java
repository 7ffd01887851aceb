package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.error;
import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.Permission;
import dev.lifeline.device.ProviderUnreachable;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question is asked again while that may help, is given up with a clear word, and never brings the bot down. */
class ReadsTest extends Conversation {

    private static final String ME =
            "{\"id\":9007199254740993,\"username\":\"bot\",\"permissions\":[{\"keyName\":\"SERVER_RELOAD\"}]}";

    static Stream<Arguments> passingFaults() {
        String limit = "SoftLayer_Exception_WebService_RateLimitExceeded";
        return Stream.of(
                Arguments.of("cut", cut()),
                Arguments.of("Internal Error with 500", json(500, ScriptedProvider.INTERNAL_ERROR)),
                Arguments.of("Internal Error with 200", json(200, ScriptedProvider.INTERNAL_ERROR)),
                Arguments.of("rate limit", error(500, limit, "Rate limit of 50 requests exceeded.")),
                Arguments.of("429", json(429, "")),
                Arguments.of("a page of a gateway", json(502, "<html>Bad Gateway</html>")),
                Arguments.of("cut off JSON", json(200, "{\"id\":1,\"usern")),
                Arguments.of("empty", json(200, "")));
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .body(ME)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void a_question_recovers_from_what_passes(String fault, MockResponse answer) {
        provider.answers("getCurrentUser", answer, answer, json(200, ME));

        assertThat(door.currentUser().id().value()).as(fault).isEqualTo(9007199254740993L);
    }

    static Stream<MockResponse> refusedKeys() {
        String plain = "SoftLayer_Exception_Public";
        return Stream.of(
                error(401, plain, "Access Denied. "),
                json(401, ""),
                error(500, plain, "Failed to exchange token (HTTP 500)"));
    }

    @ParameterizedTest
    @MethodSource("refusedKeys")
    void a_refused_key_is_told_as_such_and_at_once(MockResponse answer) {
        provider.answers("getCurrentUser", answer).answers("getVirtualGuests", answer);

        assertThatThrownBy(() -> door.currentUser()).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> door.devices().search("")).isInstanceOf(ProviderUnreachable.class);
        assertThat(provider.requests()).hasSize(2);
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                Arguments.of(json(404, "<html>no such page</html>"), "is the endpoint right?"),
                Arguments.of(json(302, ""), "HTTP 302"),
                Arguments.of(error(400, "SoftLayer_Exception_InvalidValue", "No."), "InvalidValue"));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    void what_will_not_pass_is_told_at_once(MockResponse answer, String said) {
        provider.answers("getCurrentUser", answer);

        assertThatThrownBy(() -> door.currentUser())
                .isInstanceOf(ProviderUnreachable.class)
                .hasMessageContaining(said);
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"on\"", "12", "null", "[]", "{}"})
    void an_answer_of_another_shape_is_no_answer(String body) {
        provider.answers("getCurrentUser", body);

        assertThatThrownBy(() -> door.currentUser()).isInstanceOf(ProviderUnreachable.class);
    }

    @Test
    void an_answer_without_end_is_cut_short() {
        Buffer endless = new Buffer();
        String row = "{\"id\":1,\"text\":\"" + "x".repeat(10_000) + "\"},";
        endless.writeUtf8("[");
        while (endless.size() < AnswerReader.LONGEST_BYTES + 100_000) endless.writeUtf8(row);
        provider.answers(
                "getCurrentUser", new MockResponse.Builder().body(endless).build());

        assertThatThrownBy(() -> door.currentUser())
                .isInstanceOf(ProviderUnreachable.class)
                .hasMessageContaining("far too long");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void an_answer_that_never_comes_is_given_up() {
        provider.answers(
                "getCurrentUser",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        ClassicTuning hasty = new ClassicTuning(
                ScriptedProvider.QUICK.connect(),
                java.time.Duration.ofMillis(200),
                ScriptedProvider.QUICK.order(),
                new ClassicTuning.Retries(2, java.time.Duration.ofMillis(1), java.time.Duration.ofSeconds(5)),
                1000);
        try (ClassicDoor impatient = new ClassicDoor(provider.account(), java.time.InstantSource.system(), hasty)) {
            assertThatThrownBy(impatient::currentUser).isInstanceOf(ProviderUnreachable.class);
        }
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void a_property_that_the_provider_does_not_know_is_done_without() {
        String text = "Property 'permissionCheckLikeMasterUserFlag' not valid for 'SoftLayer_User_Customer'.";
        provider.answers(
                "getCurrentUser", error(500, "SoftLayer_Exception_WebService_ObjectMask", text), json(200, ME));

        assertThat(door.currentUser().holds(Permission.SERVER_RELOAD)).isTrue();
        door.currentUser();
        assertThat(provider.requests())
                .extracting(request ->
                        ScriptedProvider.query(request, "objectMask").contains("permissionCheckLikeMasterUserFlag"))
                .containsExactly(true, false, false);
        assertThat(provider.requests())
                .extracting(request -> ScriptedProvider.query(request, "objectMask"))
                .allMatch(mask -> mask.contains("roles[actions[keyName]]"));
    }

    @Test
    void a_property_that_cannot_be_done_without_is_an_error() {
        String text = "Property 'username' not valid for 'SoftLayer_User_Customer'.";
        provider.answers("getCurrentUser", error(500, "SoftLayer_Exception_WebService_ObjectMask", text));

        assertThatThrownBy(() -> door.currentUser()).hasMessageContaining("Property 'username'");
    }

    @Test
    void a_provider_that_keeps_failing_is_left_in_peace_for_a_while() {
        provider.answers("getCurrentUser", json(500, ScriptedProvider.INTERNAL_ERROR));
        for (int i = 0; i < 10; i++)
            assertThatThrownBy(() -> door.currentUser()).isInstanceOf(ProviderUnreachable.class);

        assertThat(provider.requests()).hasSizeBetween(20, 25);
    }

    @Test
    void the_key_goes_out_in_the_header_only_and_is_printed_nowhere() {
        provider.answers("getCurrentUser", error(401, "SoftLayer_Exception_Public", "Access Denied. "));

        assertThatThrownBy(() -> door.currentUser()).message().doesNotContain("the-key");
        RecordedRequest request = provider.requests().get(0);
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("1234_bot@example.com", "the-key"));
        assertThat(request.getTarget()).doesNotContain("the-key");
        assertThat(provider.account().toString()).doesNotContain("the-key");
    }
}
