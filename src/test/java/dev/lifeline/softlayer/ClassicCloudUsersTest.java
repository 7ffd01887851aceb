package dev.lifeline.softlayer;

import static dev.lifeline.softlayer.ScriptedProvider.error;
import static dev.lifeline.softlayer.ScriptedProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUser.Status;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The users of the account and their permissions. */
class ClassicCloudUsersTest extends ScriptedProviderTestBase {

    private CloudUser readUser(String body) {
        provider.respond("getObject", body);
        return adapter.cloudUsers().findById(new CloudUserId(7)).orElseThrow();
    }

    @Test
    void a_filter_that_is_ignored_lets_nobody_else_in() {
        provider.respond("getUsers", """
                        [{"id":6,"email":"other@example.com"},{"id":7,"email":"Asha@Example.com"},{"id":8},{"id":9,"email":""}]""").respond("getObject", "{\"id\":7,\"isMasterUserFlag\":false}");

        assertThat(adapter.cloudUsers().findByEmail(" asha@example.com "))
                .extracting(CloudUser::id)
                .containsExactly(new CloudUserId(7));
        assertThat(ScriptedProvider.queryParameter(
                        provider.requestsTo("getUsers").get(0), "objectFilter"))
                .contains("\"email\":{\"operation\":\"_= asha@example.com\"}");
    }

    @Test
    void two_users_of_one_address_are_two() {
        provider.respond("getUsers", "[{\"id\":7,\"email\":\"a@b.c\"},{\"id\":8,\"email\":\"a@b.c\"}]")
                .respond("getObject", "{\"id\":7,\"isMasterUserFlag\":false}", "{\"id\":8,\"isMasterUserFlag\":false}");

        assertThat(adapter.cloudUsers().findByEmail("a@b.c")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_address_is_nobodys(String email) {
        assertThat(adapter.cloudUsers().findByEmail(email)).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void rights_come_from_permissions_and_from_roles() {
        CloudUser user = readUser("""
                {"id":7,"username":"asha","isMasterUserFlag":false,"userStatus":{"keyName":"ACTIVE"},
                 "permissions":[{"keyName":"SERVER_RELOAD"},{"keyName":"SOMETHING_NEW"}],
                 "roles":[{"actions":[{"keyName":"REMOTE_MANAGEMENT"}]},{"actions":{"keyName":"HARDWARE_VIEW"}}],
                 "virtualGuests":[{"id":101}],"hardware":{"id":201}}""");

        assertThat(user.status()).isEqualTo(Status.ACTIVE);
        assertThat(user.masterLike()).isFalse();
        assertThat(user.permissions())
                .containsExactlyInAnyOrder(
                        Permission.SERVER_RELOAD, Permission.REMOTE_MANAGEMENT, Permission.HARDWARE_VIEW);
        assertThat(user.deviceAccess().includes(DeviceId.virtualGuest(101))).isTrue();
        assertThat(user.deviceAccess().includes(DeviceId.hardware(201))).isTrue();
        assertThat(user.deviceAccess().includes(DeviceId.hardware(101))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"isMasterUserFlag\":true",
                "\"isMasterUserFlag\":false,\"permissionCheckLikeMasterUserFlag\":1",
                "\"isMasterUserFlag\":false,\"permissionCheckLikeMasterUserFlag\":\"1\""
            })
    void the_owner_and_who_is_checked_like_the_owner_may_do_everything(String flag) {
        CloudUser user = readUser("{\"id\":7,\"permissions\":[]," + flag + "}");

        assertThat(user.masterLike()).isTrue();
        assertThat(user.deviceAccess().includes(DeviceId.hardware(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7,true", "8,false"})
    void the_owner_is_asked_for_where_the_row_does_not_say(long owner, boolean masterLike) {
        provider.respond("getMasterUser", "{\"id\":" + owner + "}");

        assertThat(readUser("{\"id\":7}").masterLike()).isEqualTo(masterLike);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"hasFullVirtualGuestAccessFlag\":true,\"virtualGuests\":[]",
                "\"permissions\":[{\"keyName\":\"ACCESS_ALL_GUEST\"}]"
            })
    void an_empty_list_may_mean_all(String given) {
        CloudUser user = readUser("{\"id\":7,\"isMasterUserFlag\":false," + given + "}");

        assertThat(user.deviceAccess().includes(DeviceId.virtualGuest(1))).isTrue();
        assertThat(user.deviceAccess().includes(DeviceId.hardware(1))).isFalse();
    }

    @Test
    void an_empty_list_may_mean_none() {
        CloudUser user = readUser("{\"id\":7,\"isMasterUserFlag\":false,\"virtualGuests\":[],\"hardware\":[]}");

        assertThat(user.deviceAccess().includes(DeviceId.virtualGuest(1))).isFalse();
        assertThat(user.status()).isEqualTo(Status.OTHER);
    }

    @Test
    void a_user_out_of_sight_is_none() {
        provider.respond(
                "getObject",
                error(404, "SoftLayer_Exception_ObjectNotFound", "Unable to find object with id of '7'."),
                error(500, "SoftLayer_Exception_PermissionDenied", "You do not have permission to access this user"));

        assertThat(adapter.cloudUsers().findById(new CloudUserId(7))).isEmpty();
        assertThat(adapter.cloudUsers().findById(new CloudUserId(7))).isEmpty();
    }

    @Test
    void a_user_is_read_without_what_the_provider_does_not_know() {
        provider.respond(
                "getObject",
                error(
                        500,
                        "SoftLayer_Exception_WebService_ObjectMask",
                        "Property 'actions' not valid for 'SoftLayer_User_Permission_Role'."),
                json(200, "{\"id\":7,\"isMasterUserFlag\":false}"));

        assertThat(adapter.cloudUsers().findById(new CloudUserId(7))).isPresent();
        assertThat(ScriptedProvider.queryParameter(provider.requests().get(1), "objectMask"))
                .contains("permissionCheckLikeMasterUserFlag")
                .doesNotContain("roles");
    }
}
