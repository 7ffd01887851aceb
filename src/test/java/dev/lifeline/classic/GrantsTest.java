package dev.lifeline.classic;

import static dev.lifeline.classic.ScriptedProvider.error;
import static dev.lifeline.classic.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.Change;
import dev.lifeline.access.Change.Way;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.GrantOutcome.Because;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.device.DeviceId;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a change of access is ordered, once, and what the provider's answers mean (softlayer.md 2.6). */
class GrantsTest extends Conversation {

    private static final Right RELOAD = new Right.ToDo(Permission.SERVER_RELOAD);
    private static final Right GUEST = new Right.ToReach(DeviceId.virtualGuest(101), "web-07");
    private static final Right SERVER = new Right.ToReach(DeviceId.hardware(201), "db-01");

    private GrantOutcome order(Way way, Right right) {
        return door.grants().order(new Change(way, new CloudUserId(7), "dario", right));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(Way.GRANT, RELOAD, "addBulkPortalPermission", "[[{\"keyName\":\"SERVER_RELOAD\"}]]"),
                Arguments.of(
                        Way.REVOKE, RELOAD, "removeBulkPortalPermission", "[[{\"keyName\":\"SERVER_RELOAD\"}],false]"),
                Arguments.of(Way.GRANT, GUEST, "addVirtualGuestAccess", "[101]"),
                Arguments.of(Way.REVOKE, GUEST, "removeVirtualGuestAccess", "[101]"),
                Arguments.of(Way.GRANT, SERVER, "addHardwareAccess", "[201]"),
                Arguments.of(Way.REVOKE, SERVER, "removeHardwareAccess", "[201]"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void each_change_is_one_call_with_its_parameters_and_never_cascades(
            Way way, Right right, String method, String parameters) {
        provider.answers(method, "true");

        assertThat(order(way, right)).isEqualTo(new GrantOutcome.Accepted());
        assertThat(provider.requests()).singleElement().satisfies(sent -> {
            assertThat(sent.getUrl().encodedPath()).endsWith("/SoftLayer_User_Customer/7/" + method + ".json");
            assertThat(body(sent)).isEqualTo("{\"parameters\":" + parameters + "}");
        });
    }

    private static String body(RecordedRequest sent) {
        return Optional.ofNullable(sent.getBody()).map(ByteString::utf8).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You may not add permissions to your account. | BOTS_OWN_ACCOUNT",
                "You may not grant or deny yourself device access. | BOTS_OWN_ACCOUNT",
                "You may not grant or deny Master User device access. | OWNER",
                "You may not grant or deny device access to other users. | NOT_BELOW_THE_BOT",
                "You may not add permissions to this account. | NOT_BELOW_THE_BOT",
                "You may not add hardware permissions that the parent does not possess to this account. | PARENT_LACKS",
                "A child user of this account has a permission that you are trying to remove. | CHILD_HOLDS",
                "Please specify a permission key name. | UNKNOWN_PERMISSION",
                "Unable to locate a permission with the key name SERVER_RELOAD. | UNKNOWN_PERMISSION",
                "Unable to add user permission SERVER_RELOAD. | NOT_ADDED",
                "Access Denied. | BOT_MAY_NOT"
            })
    void what_the_provider_says_against_it_is_understood(String words, Because because) {
        provider.answers("addBulkPortalPermission", error(500, "SoftLayer_Exception_Public", words));

        assertThat(order(Way.GRANT, RELOAD))
                .isInstanceOfSatisfying(
                        GrantOutcome.TurnedAway.class,
                        no -> assertThat(no.because()).isEqualTo(because));
    }

    static Stream<MockResponse> lost() {
        return Stream.of(
                json(500, ScriptedProvider.INTERNAL_ERROR),
                json(200, ScriptedProvider.INTERNAL_ERROR),
                json(502, "<html>"),
                json(200, "false"),
                json(200, ""),
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void P3_an_answer_that_says_nothing_leaves_it_open_and_is_never_asked_for_again(MockResponse answer) {
        provider.answers("addBulkPortalPermission", answer);

        assertThat(order(Way.GRANT, RELOAD)).isInstanceOf(GrantOutcome.Unconfirmed.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_rate_limit_means_that_nothing_was_done() {
        provider.answers(
                "addBulkPortalPermission",
                error(500, "SoftLayer_Exception_WebService_RateLimitExceeded", "Rate limit"));

        assertThat(order(Way.GRANT, RELOAD)).isInstanceOf(GrantOutcome.NotSent.class);
    }

    @Test
    void what_is_remembered_for_showing_is_forgotten_on_demand() {
        provider.answers("getObject", "{\"id\":7,\"isMasterUserFlag\":false,\"parentId\":6}");
        CloudUserId dario = new CloudUserId(7);

        assertThat(door.recentUsers().recently(dario).flatMap(user -> user.parent()))
                .contains(new CloudUserId(6));
        door.recentUsers().recently(dario);
        assertThat(provider.asked("getObject")).hasSize(1);
        door.recentUsers().forget(dario);
        door.recentUsers().recently(dario);
        assertThat(provider.asked("getObject")).hasSize(2);
        door.cloudUsers().read(dario);
        assertThat(provider.asked("getObject")).hasSize(3);
    }
}
