package dev.lifeline.softlayer.rest;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.Permission;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.ClassicAdapter;
import dev.lifeline.softlayer.ScriptedProvider;
import dev.lifeline.softlayer.ScriptedProviderTestBase;
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

/** Retries of reads: repeated while that may help, then given up with a typed exception, never fatal for the bot. */
class QueryClientTest extends ScriptedProviderTestBase {

    private static final String CURRENT_USER_BODY =
            "{\"id\":9007199254740993,\"username\":\"bot\",\"permissions\":[{\"keyName\":\"SERVER_RELOAD\"}]}";

    static Stream<Arguments> passingFaults() {
        String limit = "SoftLayer_Exception_WebService_RateLimitExceeded";
        return Stream.of(
                Arguments.of("cut", connectionClosed()),
                Arguments.of("Internal Error with 500", json(500, ScriptedProvider.INTERNAL_ERROR_BODY)),
                Arguments.of("Internal Error with 200", json(200, ScriptedProvider.INTERNAL_ERROR_BODY)),
                Arguments.of("rate limit", error(500, limit, "Rate limit of 50 requests exceeded.")),
                Arguments.of("429", json(429, "")),
                Arguments.of("a page of a gateway", json(502, "<html>Bad Gateway</html>")),
                Arguments.of("cut off JSON", json(200, "{\"id\":1,\"usern")),
                Arguments.of("empty", json(200, "")));
    }

    private static MockResponse connectionClosed() {
        return new MockResponse.Builder()
                .body(CURRENT_USER_BODY)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingFaults")
    void a_question_recovers_from_what_passes(String fault, MockResponse response) {
        provider.respond("getCurrentUser", response, response, json(200, CURRENT_USER_BODY));

        assertThat(adapter.currentUser().id().value()).as(fault).isEqualTo(9007199254740993L);
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
    void a_refused_key_is_told_as_such_and_at_once(MockResponse response) {
        provider.respond("getCurrentUser", response).respond("getVirtualGuests", response);

        assertThatThrownBy(() -> adapter.currentUser()).isInstanceOf(InvalidApiKeyException.class);
        assertThatThrownBy(() -> adapter.devices().search("")).isInstanceOf(ProviderUnavailableException.class);
        assertThat(provider.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "2147483648", "0", "-1", "soon"})
    void whenever_a_503_asks_to_come_back_the_provider_is_unavailable(String retryAfter) {
        provider.respond(
                "getCurrentUser",
                json(503, "").newBuilder().setHeader("Retry-After", retryAfter).build());

        assertThatThrownBy(() -> adapter.currentUser()).isInstanceOf(ProviderUnavailableException.class);
    }

    static Stream<Arguments> lastingFaults() {
        return Stream.of(
                Arguments.of(json(404, "<html>no such page</html>"), "is the endpoint right?"),
                Arguments.of(json(302, ""), "HTTP 302"),
                Arguments.of(error(400, "SoftLayer_Exception_InvalidValue", "No."), "InvalidValue"));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    void what_will_not_pass_is_told_at_once(MockResponse response, String exceptionText) {
        provider.respond("getCurrentUser", response);

        assertThatThrownBy(() -> adapter.currentUser())
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining(exceptionText);
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"on\"", "12", "null", "[]", "{}"})
    void an_answer_of_another_shape_is_no_answer(String body) {
        provider.respond("getCurrentUser", body);

        assertThatThrownBy(() -> adapter.currentUser()).isInstanceOf(ProviderUnavailableException.class);
    }

    @Test
    void an_answer_without_end_is_cut_short() {
        Buffer body = new Buffer();
        String row = "{\"id\":1,\"text\":\"" + "x".repeat(10_000) + "\"},";
        body.writeUtf8("[");
        while (body.size() < ResponseParser.MAX_BODY_BYTES + 100_000) body.writeUtf8(row);
        provider.respond("getCurrentUser", new MockResponse.Builder().body(body).build());

        assertThatThrownBy(() -> adapter.currentUser())
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("far too long");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void an_answer_that_never_comes_is_given_up() {
        provider.respond(
                "getCurrentUser",
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
        ClassicClientConfig shortTimeouts = new ClassicClientConfig(
                ScriptedProvider.FAST_CONFIG.connectTimeout(),
                java.time.Duration.ofMillis(200),
                ScriptedProvider.FAST_CONFIG.commandTimeout(),
                new ClassicClientConfig.RetrySettings(
                        2, java.time.Duration.ofMillis(1), java.time.Duration.ofSeconds(5)),
                1000);
        try (ClassicAdapter adapter = new ClassicAdapter(provider.account(), shortTimeouts)) {
            assertThatThrownBy(adapter::currentUser).isInstanceOf(ProviderUnavailableException.class);
        }
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void a_property_that_the_provider_does_not_know_is_done_without() {
        String text = "Property 'permissionCheckLikeMasterUserFlag' not valid for 'SoftLayer_User_Customer'.";
        provider.respond(
                "getCurrentUser",
                error(500, "SoftLayer_Exception_WebService_ObjectMask", text),
                json(200, CURRENT_USER_BODY));

        assertThat(adapter.currentUser().hasPermission(Permission.SERVER_RELOAD))
                .isTrue();
        adapter.currentUser();
        assertThat(provider.requests())
                .extracting(request -> ScriptedProvider.queryParameter(request, "objectMask")
                        .contains("permissionCheckLikeMasterUserFlag"))
                .containsExactly(true, false, false);
        assertThat(provider.requests())
                .extracting(request -> ScriptedProvider.queryParameter(request, "objectMask"))
                .allMatch(mask -> mask.contains("roles[actions[keyName]]"));
    }

    @Test
    void a_property_that_cannot_be_done_without_is_an_error() {
        String text = "Property 'username' not valid for 'SoftLayer_User_Customer'.";
        provider.respond("getCurrentUser", error(500, "SoftLayer_Exception_WebService_ObjectMask", text));

        assertThatThrownBy(() -> adapter.currentUser()).hasMessageContaining("Property 'username'");
    }

    @Test
    void a_provider_that_keeps_failing_is_left_in_peace_for_a_while() {
        provider.respond("getCurrentUser", json(500, ScriptedProvider.INTERNAL_ERROR_BODY));
        for (int i = 0; i < 10; i++)
            assertThatThrownBy(() -> adapter.currentUser()).isInstanceOf(ProviderUnavailableException.class);

        assertThat(provider.requests()).hasSizeBetween(20, 25);
    }

    @Test
    void the_key_goes_out_in_the_header_only_and_is_printed_nowhere() {
        provider.respond("getCurrentUser", error(401, "SoftLayer_Exception_Public", "Access Denied. "));

        assertThatThrownBy(() -> adapter.currentUser()).message().doesNotContain("the-key");
        RecordedRequest request = provider.requests().get(0);
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("1234_bot@example.com", "the-key"));
        assertThat(request.getTarget()).doesNotContain("the-key");
        assertThat(provider.account().toString()).doesNotContain("the-key");
    }
}
