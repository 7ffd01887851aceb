package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.rescue.CommandResult;
import dev.lifeline.rescue.CommandResult.Accepted;
import dev.lifeline.rescue.CommandResult.Blocked;
import dev.lifeline.rescue.CommandResult.Busy;
import dev.lifeline.rescue.CommandResult.NotPermitted;
import dev.lifeline.rescue.CommandResult.NotSent;
import dev.lifeline.rescue.CommandResult.Unconfirmed;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.softlayer.rest.ClassicAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider command is sent at most once (promise P1), and its result is unknown where the provider's response was lost. */
class CommandClientTest extends ScriptedProviderTestBase {

    private static final String LAUNCH_METHOD = "executeRescueLayer";

    private CommandResult launch() {
        return adapter.rescueProvider()
                .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                .send(SendGuard.NONE);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("cut before the answer", connectionClosed(true)),
                Arguments.of("cut in the answer", connectionClosed(false)),
                Arguments.of(
                        "never answered",
                        new MockResponse.Builder()
                                .onResponseStart(SocketEffect.Stall.INSTANCE)
                                .build()),
                Arguments.of("500", json(500, ScriptedProvider.INTERNAL_ERROR_BODY)),
                Arguments.of("an error with 200", json(200, ScriptedProvider.INTERNAL_ERROR_BODY)),
                Arguments.of("a page of a gateway", json(502, "<html>Bad Gateway</html>")),
                Arguments.of("408", json(408, "")),
                Arguments.of("504", json(504, "")),
                Arguments.of("503, come back at once", retryAfter(503, "0")),
                Arguments.of("503, come back in thousands of years", retryAfter(503, "99999999999")),
                Arguments.of("a redirect", redirect(302)),
                Arguments.of("a redirect that keeps the method", redirect(307)),
                Arguments.of("421", json(421, "")),
                Arguments.of("not JSON", json(200, "true but not quite")),
                Arguments.of("nothing", json(200, "")),
                Arguments.of("null", json(200, "null")),
                Arguments.of("false", json(200, "false")),
                Arguments.of("a list", json(200, "[]")));
    }

    private static MockResponse connectionClosed(boolean beforeResponse) {
        MockResponse.Builder response = new MockResponse.Builder().body("true".repeat(1000));
        SocketEffect close = new SocketEffect.CloseSocket();
        return beforeResponse
                ? response.onResponseStart(close).build()
                : response.onResponseBody(close).build();
    }

    private static MockResponse retryAfter(int status, String seconds) {
        return json(status, "").newBuilder().setHeader("Retry-After", seconds).build();
    }

    private static MockResponse redirect(int status) {
        return json(status, "")
                .newBuilder()
                .setHeader("Location", "/rest/v3.1/SoftLayer_Virtual_Guest/101/executeRescueLayer.json")
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_order_whose_answer_is_no_answer_is_unconfirmed_and_was_sent_once(String fault, MockResponse response) {
        provider.respond(LAUNCH_METHOD, response);

        assertThat(launch()).as(fault).isInstanceOf(Unconfirmed.class);
        assertThat(provider.requests()).as(fault).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        String plain = "SoftLayer_Exception_Public";
        return Stream.of(
                Arguments.of(error(401, plain, "Access Denied. "), NotPermitted.class),
                Arguments.of(
                        error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '101'."),
                        NotPermitted.class),
                Arguments.of(json(404, ""), NotPermitted.class),
                Arguments.of(error(500, plain, "You do not have permission to this service."), NotPermitted.class),
                Arguments.of(error(500, plain, "Failed to exchange token (HTTP 500)"), NotPermitted.class),
                Arguments.of(
                        error(500, plain, "There is currently an outstanding transaction for this server."),
                        Busy.class),
                Arguments.of(
                        error(200, plain, "There is currently an outstanding transaction for this server."),
                        Busy.class),
                Arguments.of(
                        error(500, "SoftLayer_Exception_Hardware_Server_ActiveTransactionExists", "No."), Busy.class),
                Arguments.of(
                        error(
                                500,
                                plain,
                                "Another remote management command is not allowed for 20 minutes after a reboot."),
                        Busy.class),
                Arguments.of(
                        error(
                                500,
                                "SoftLayer_Exception_WebService_RateLimitExceeded",
                                "Rate limit of 50 requests for every 1 second(s) exceeded."),
                        Busy.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void an_order_that_was_turned_away_is_told_as_such_and_was_sent_once(
            MockResponse response, Class<? extends CommandResult> outcome) {
        provider.respond(LAUNCH_METHOD, response);

        assertThat(launch()).isInstanceOf(outcome);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void an_order_never_left_when_nobody_takes_the_connection() throws IOException {
        int port = freePort();
        URI nowhere = URI.create("http://127.0.0.1:" + port + "/rest/v3.1");
        ClassicAccount account = new ClassicAccount(nowhere, "bot", "key", Optional.empty());
        try (ClassicAdapter adapter = new ClassicAdapter(account, ScriptedProvider.FAST_CONFIG)) {
            assertThat(adapter.rescueProvider()
                            .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                            .send(SendGuard.NONE))
                    .isInstanceOf(NotSent.class);
        }
    }

    @Test
    void an_order_never_left_when_the_name_is_unknown() {
        URI nowhere = URI.create("http://no-such-host.invalid/rest/v3.1/");
        ClassicAccount account = new ClassicAccount(nowhere, "bot", "key", Optional.empty());
        try (ClassicAdapter adapter = new ClassicAdapter(account, ScriptedProvider.FAST_CONFIG)) {
            assertThat(adapter.rescueProvider()
                            .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                            .send(SendGuard.NONE))
                    .isInstanceOf(NotSent.class);
        }
    }

    @Test
    void P1_an_order_that_may_not_be_sent_any_more_never_leaves() {
        provider.respond(LAUNCH_METHOD, "true");
        PreparedCommand prepared =
                adapter.rescueProvider().prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED);

        assertThat(prepared.send(() -> false)).isInstanceOf(NotSent.class);
        assertThat(prepared.send(CommandClientTest::failingGuard)).isInstanceOf(NotSent.class);
        assertThat(provider.requests()).isEmpty();
    }

    private static boolean failingGuard() {
        throw new IllegalStateException("the database is away");
    }

    @Test
    void P1_whether_an_order_may_be_sent_is_asked_once_the_connection_stands() throws IOException {
        AtomicInteger questions = new AtomicInteger();
        URI nowhere = URI.create("http://127.0.0.1:" + freePort() + "/rest/v3.1");
        ClassicAccount account = new ClassicAccount(nowhere, "bot", "key", Optional.empty());
        try (ClassicAdapter unconnected = new ClassicAdapter(account, ScriptedProvider.FAST_CONFIG)) {
            unconnected
                    .rescueProvider()
                    .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                    .send(() -> questions.incrementAndGet() > 0);
        }
        assertThat(questions).hasValue(0);

        provider.respond(LAUNCH_METHOD, "true");
        adapter.rescueProvider()
                .prepareLaunch(SampleDevices.guest(Family.LINUX), RescueSystem.AS_INSTALLED)
                .send(() -> questions.incrementAndGet() > 0);
        assertThat(questions).hasValue(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void each_order_goes_over_a_fresh_connection() {
        provider.respond(LAUNCH_METHOD, "true");
        launch();
        launch();

        assertThat(provider.requests())
                .extracting(RecordedRequest::getExchangeIndex)
                .containsOnly(0);
    }

    @Test
    void the_transaction_is_known_where_the_answer_names_it() {
        provider.respond("unmountIsoImage", "{\"id\":9007199254740993,\"guestId\":101}");

        assertThat(adapter.rescueProvider()
                        .prepareExit(SampleDevices.guest(Family.WINDOWS), true, false)
                        .send(SendGuard.NONE))
                .isEqualTo(new Accepted(OptionalLong.of(9007199254740993L)));
    }

    @Test
    void a_guest_and_bare_metal_are_rescued_by_a_plain_get() {
        provider.respond(LAUNCH_METHOD, "true").respond("bootToRescueLayer", "true");

        assertThat(launch()).isEqualTo(new Accepted(OptionalLong.empty()));
        assertThat(adapter.rescueProvider()
                        .prepareLaunch(SampleDevices.bareMetal(Family.WINDOWS), RescueSystem.LINUX)
                        .send(SendGuard.NONE))
                .isEqualTo(new Accepted(OptionalLong.empty()));
        assertThat(provider.requests())
                .extracting(request -> request.getMethod() + " " + request.getTarget())
                .containsExactly(
                        "GET /rest/v3.1/SoftLayer_Virtual_Guest/101/executeRescueLayer.json",
                        "GET /rest/v3.1/SoftLayer_Hardware_Server/201/bootToRescueLayer.json");
    }

    @Test
    void bare_metal_without_a_system_is_told_which_one_to_boot() {
        provider.respond("bootToRescueLayer", "true");
        adapter.rescueProvider()
                .prepareLaunch(SampleDevices.bareMetal(Family.NONE), RescueSystem.WINDOWS)
                .send(SendGuard.NONE);
        adapter.rescueProvider()
                .prepareLaunch(SampleDevices.bareMetal(Family.NONE), RescueSystem.AS_INSTALLED)
                .send(SendGuard.NONE);

        assertThat(provider.requests())
                .extracting(request -> request.getMethod() + " " + requestBody(request))
                .containsExactly("POST {\"parameters\":[\"WINDOWS\"]}", "GET ");
    }

    private static String requestBody(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    @Test
    void what_has_no_way_into_rescue_is_not_tried() {
        assertThat(adapter.rescueProvider()
                        .prepareLaunch(SampleDevices.guest(Family.COREOS), RescueSystem.AS_INSTALLED)
                        .send(SendGuard.NONE))
                .isEqualTo(new Blocked(new PreflightFailure.CoreOs()));
        assertThat(adapter.rescueProvider()
                        .prepareLaunch(SampleDevices.guest(Family.NONE), RescueSystem.LINUX)
                        .send(SendGuard.NONE))
                .isEqualTo(new Blocked(new PreflightFailure.NoOperatingSystem()));
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void a_guest_goes_back_by_a_reboot_when_no_image_is_loaded() {
        provider.respond("getIsoBootImage", "null")
                .respond("rebootDefault", "true")
                .respond("rebootHard", "true");
        adapter.rescueProvider()
                .prepareExit(SampleDevices.guest(Family.LINUX), false, false)
                .send(SendGuard.NONE);
        adapter.rescueProvider()
                .prepareExit(SampleDevices.guest(Family.LINUX), false, true)
                .send(SendGuard.NONE);

        assertThat(provider.requests())
                .extracting(ScriptedProvider::methodName)
                .containsExactly("getIsoBootImage", "rebootDefault", "getIsoBootImage", "rebootHard");
    }

    @Test
    void a_guest_with_an_image_that_only_the_provider_knows_of_gets_it_taken_out() {
        provider.respond("getIsoBootImage", "{\"id\":77}").respond("unmountIsoImage", "{\"id\":5}");
        adapter.rescueProvider()
                .prepareExit(SampleDevices.guest(Family.LINUX), false, true)
                .send(SendGuard.NONE);

        assertThat(provider.requestsTo("unmountIsoImage")).hasSize(1);
        assertThat(provider.requestsTo("rebootHard")).isEmpty();
    }

    @Test
    void bare_metal_goes_back_by_a_reboot() {
        provider.respond("rebootDefault", "true").respond("rebootHard", "true");
        adapter.rescueProvider()
                .prepareExit(SampleDevices.bareMetal(Family.LINUX), false, false)
                .send(SendGuard.NONE);
        adapter.rescueProvider()
                .prepareExit(SampleDevices.bareMetal(Family.LINUX), false, true)
                .send(SendGuard.NONE);

        assertThat(provider.requests())
                .extracting(RecordedRequest::getTarget)
                .containsExactly(
                        "/rest/v3.1/SoftLayer_Hardware_Server/201/rebootDefault.json",
                        "/rest/v3.1/SoftLayer_Hardware_Server/201/rebootHard.json");
    }
}
