package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccessChangeResult.RejectionReason;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.Permission;
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

/**
 * Access changes are sent once, and each response of the provider is mapped to a result (src/docs/platform/softlayer.md, section
 * Permissions).
 */
class ClassicAccessAdminTest extends ScriptedProviderTestBase {

    private static final Entitlement RELOAD_PERMISSION =
            new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD);
    private static final Entitlement GUEST_ACCESS =
            new Entitlement.DeviceEntitlement(DeviceId.virtualGuest(101), "web-07");
    private static final Entitlement HARDWARE_ACCESS =
            new Entitlement.DeviceEntitlement(DeviceId.hardware(201), "db-01");

    private AccessChangeResult applyChange(Direction direction, Entitlement entitlement) {
        return adapter.accessAdmin()
                .prepare(new AccessChange(direction, new CloudUserId(7), "dario", entitlement))
                .send(() -> true);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        Direction.GRANT,
                        RELOAD_PERMISSION,
                        "addBulkPortalPermission",
                        "[[{\"keyName\":\"SERVER_RELOAD\"}]]"),
                Arguments.of(
                        Direction.REVOKE,
                        RELOAD_PERMISSION,
                        "removeBulkPortalPermission",
                        "[[{\"keyName\":\"SERVER_RELOAD\"}],false]"),
                Arguments.of(Direction.GRANT, GUEST_ACCESS, "addVirtualGuestAccess", "[101]"),
                Arguments.of(Direction.REVOKE, GUEST_ACCESS, "removeVirtualGuestAccess", "[101]"),
                Arguments.of(Direction.GRANT, HARDWARE_ACCESS, "addHardwareAccess", "[201]"),
                Arguments.of(Direction.REVOKE, HARDWARE_ACCESS, "removeHardwareAccess", "[201]"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void each_change_is_one_call_with_its_parameters_and_never_cascades(
            Direction direction, Entitlement entitlement, String method, String parameters) {
        provider.respond(method, "true");

        assertThat(applyChange(direction, entitlement)).isEqualTo(new AccessChangeResult.Accepted());
        assertThat(provider.requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl().encodedPath()).endsWith("/SoftLayer_User_Customer/7/" + method + ".json");
            assertThat(requestBody(request)).isEqualTo("{\"parameters\":" + parameters + "}");
        });
    }

    private static String requestBody(RecordedRequest request) {
        return Optional.ofNullable(request.getBody()).map(ByteString::utf8).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You may not add permissions to your account. | BOT_ACCOUNT",
                "You may not grant or deny yourself device access. | BOT_ACCOUNT",
                "You may not grant or deny Master User device access. | MASTER_USER",
                "You may not grant or deny device access to other users. | BOT_NOT_ANCESTOR",
                "You may not add permissions to this account. | BOT_NOT_ANCESTOR",
                "You may not add hardware permissions that the parent does not possess to this account. | PARENT_LACKS_DEVICE",
                "A child user of this account has a permission that you are trying to remove. | CHILD_HOLDS_PERMISSION",
                "Please specify a permission key name. | UNKNOWN_PERMISSION",
                "Unable to locate a permission with the key name SERVER_RELOAD. | UNKNOWN_PERMISSION",
                "Unable to add user permission SERVER_RELOAD. | PERMISSION_NOT_ADDED",
                "Access Denied. | BOT_NOT_PERMITTED"
            })
    void each_rejection_of_the_provider_is_mapped(String text, RejectionReason rejectionReason) {
        provider.respond("addBulkPortalPermission", error(500, "SoftLayer_Exception_Public", text));

        assertThat(applyChange(Direction.GRANT, RELOAD_PERMISSION))
                .isInstanceOfSatisfying(
                        AccessChangeResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(rejectionReason));
    }

    static Stream<MockResponse> lost() {
        return Stream.of(
                json(500, ScriptedProvider.INTERNAL_ERROR_BODY),
                json(200, ScriptedProvider.INTERNAL_ERROR_BODY),
                json(502, "<html>"),
                json(200, "false"),
                json(200, ""),
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void P3_an_answer_that_says_nothing_leaves_it_open_and_is_never_asked_for_again(MockResponse response) {
        provider.respond("addBulkPortalPermission", response);

        assertThat(applyChange(Direction.GRANT, RELOAD_PERMISSION)).isInstanceOf(AccessChangeResult.Unconfirmed.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_rate_limit_means_that_nothing_was_done() {
        provider.respond(
                "addBulkPortalPermission",
                error(500, "SoftLayer_Exception_WebService_RateLimitExceeded", "Rate limit"));

        assertThat(applyChange(Direction.GRANT, RELOAD_PERMISSION)).isInstanceOf(AccessChangeResult.NotSent.class);
    }

    @Test
    void what_is_remembered_for_showing_is_forgotten_on_demand() {
        provider.respond("getObject", "{\"id\":7,\"isMasterUserFlag\":false,\"parentId\":6}");
        CloudUserId dario = new CloudUserId(7);

        assertThat(adapter.cloudUserCache().find(dario).flatMap(user -> user.parentId()))
                .contains(new CloudUserId(6));
        adapter.cloudUserCache().find(dario);
        assertThat(provider.requestsTo("getObject")).hasSize(1);
        adapter.cloudUserCache().invalidate(dario);
        adapter.cloudUserCache().find(dario);
        assertThat(provider.requestsTo("getObject")).hasSize(2);
        adapter.cloudUsers().findById(dario);
        assertThat(provider.requestsTo("getObject")).hasSize(3);
    }
}
