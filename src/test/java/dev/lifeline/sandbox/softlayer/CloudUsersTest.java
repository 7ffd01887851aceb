package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.testkit.JsonHttpClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The users of the default account, their permissions, and who may change them. */
class CloudUsersTest {

    private static final String USER_SERVICE = "SoftLayer_User_Customer/";
    private static final long ASHA_ID = 6120433;
    private static final long BRUNO_ID = 6120452;
    private static final long CHIARA_ID = 6120411;
    private static final long DARIO_ID = 6120498;
    private static final long ELENA_ID = 143201;
    private static final String RELOAD_PERMISSION_PARAMETERS = "[[{\"keyName\":\"SERVER_RELOAD\"}]]";

    private FakeSoftLayer softLayer;
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
        client = RestClient.forBotUser(softLayer);
    }

    @AfterEach
    void stop() {
        softLayer.close();
    }

    @Test
    void the_functional_user_knows_itself() {
        JsonNode me = client.getWithMask(
                        "SoftLayer_Account/getCurrentUser", "mask[id,username,isMasterUserFlag,accountId]")
                .json();
        assertThat(me.path("username").asText()).isEqualTo("lifeline");
        assertThat(me.path("isMasterUserFlag").asBoolean()).isFalse();
    }

    @Test
    void a_user_is_found_by_email() {
        JsonNode found = client.get(
                        "SoftLayer_Account/getUsers",
                        Map.of(
                                "objectFilter", "{\"users\":{\"email\":{\"operation\":\"_= ASHA@example.com\"}}}",
                                "objectMask",
                                        "mask[id,username,email,parentId,isMasterUserFlag,permissionCheckLikeMasterUserFlag,userStatus[keyName],permissions[keyName],hasFullHardwareAccessFlag,hardware[id],roles[id,name,actions[keyName]]]"))
                .json();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("username").asText()).isEqualTo("307608_asha@example.com");
        assertThat(found.get(0).at("/userStatus/keyName").asText()).isEqualTo("ACTIVE");
        assertThat(found.get(0).path("permissions").findValuesAsText("keyName")).contains("SERVER_RELOAD");
        assertThat(found.get(0).path("hasFullHardwareAccessFlag").asBoolean()).isTrue();
        assertThat(found.get(0).path("hardware")).isEmpty();
    }

    @Test
    void the_people_are_called_as_in_the_fake_slack() throws IOException {
        Map<String, String> inSlack = new HashMap<>();
        try (FakeSlack slack = FakeSlack.start(SlackOptions.onPort(0))) {
            new JsonHttpClient()
                    .get(slack.url() + "/sandbox/world")
                    .path("people")
                    .forEach(person -> inSlack.put(
                            person.path("email").asText(),
                            person.path("real_name").asText()));
        }

        assertCalledAlike(client, inSlack);
        try (FakeSoftLayer second =
                FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).ofSecondAccount())) {
            assertCalledAlike(RestClient.forBotUser(second), inSlack);
        }
    }

    private static void assertCalledAlike(RestClient account, Map<String, String> inSlack) {
        account.getWithMask("SoftLayer_Account/getUsers", "mask[email,firstName,lastName]")
                .json()
                .valueStream()
                .filter(user -> !user.path("firstName").asText().equals("Lifeline"))
                .forEach(user -> assertThat(inSlack)
                        .containsEntry(
                                user.path("email").asText(),
                                user.path("firstName").asText() + " "
                                        + user.path("lastName").asText()));
    }

    @Test
    void bruno_sees_his_two_devices_and_no_other() {
        RestClient bruno = client.as("bruno");
        assertThat(bruno.get("SoftLayer_Account/getVirtualGuests").json().findValuesAsText("hostname"))
                .containsExactly("web-07");
        assertThat(bruno.get("SoftLayer_Account/getHardware").json().findValuesAsText("hostname"))
                .containsExactly("db-01");
        assertThat(bruno.get("SoftLayer_Virtual_Guest/104870102").status()).isEqualTo(404);
        assertThat(client.get(USER_SERVICE + BRUNO_ID + "/getAllowedHardwareIds")
                        .json()
                        .toString())
                .isEqualTo("[2154871]");
    }

    @Test
    void dario_may_look_but_not_launch_reboot_or_read_passwords() {
        RestClient dario = client.as("dario");
        assertThat(dario.get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .error())
                .isEqualTo("You do not have permission to this service.");
        assertThat(dario.get("SoftLayer_Hardware_Server/2154871/rebootDefault").error())
                .isEqualTo("You do not have permission to this service.");
        assertThat(dario.getWithMask("SoftLayer_Virtual_Guest/104870101", "mask[operatingSystem[passwords]]")
                        .json()
                        .at("/operatingSystem/passwords"))
                .isEmpty();
        assertThat(dario.get("SoftLayer_Event_Log/getAllObjects").status()).isEqualTo(500);
    }

    @Test
    void a_user_without_user_manage_may_not_read_others() {
        assertThat(client.as("dario").get(USER_SERVICE + ASHA_ID).error())
                .isEqualTo("You do not have permission to access this user");
        assertThat(client.as("dario").get("SoftLayer_Account/getUsers").json()).hasSize(1);
    }

    @Test
    void a_user_manager_grants_permissions_they_hold_to_descendants() {
        RestClient chiara = client.as("chiara");
        assertThat(chiara.post(USER_SERVICE + DARIO_ID + "/addBulkPortalPermission", RELOAD_PERMISSION_PARAMETERS)
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(chiara.post(USER_SERVICE + DARIO_ID + "/addBulkPortalPermission", RELOAD_PERMISSION_PARAMETERS)
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(client.get(USER_SERVICE + DARIO_ID + "/getPermissions")
                        .json()
                        .findValuesAsText("keyName"))
                .containsOnlyOnce("SERVER_RELOAD");
    }

    @Test
    void no_user_grants_to_themselves_to_ancestors_or_permissions_they_lack() {
        RestClient chiara = client.as("chiara");
        assertThat(chiara.post(USER_SERVICE + CHIARA_ID + "/addBulkPortalPermission", RELOAD_PERMISSION_PARAMETERS)
                        .error())
                .isEqualTo("You may not add permissions to your account.");
        assertThat(chiara.post(
                                USER_SERVICE + DARIO_ID + "/addBulkPortalPermission",
                                "[[{\"keyName\":\"USER_EVENT_LOG_VIEW\"}]]")
                        .error())
                .isEqualTo("Unable to add user permission USER_EVENT_LOG_VIEW.");
        assertThat(client.as("asha")
                        .post(USER_SERVICE + ASHA_ID + "/addHardwareAccess", "[2154871]")
                        .error())
                .isEqualTo("You may not grant or deny yourself device access.");
        assertThat(chiara.post(USER_SERVICE + ELENA_ID + "/addHardwareAccess", "[2154871]")
                        .error())
                .isEqualTo("You may not grant or deny Master User device access.");
    }

    @Test
    void an_unknown_permission_is_named() {
        assertThat(client.post(USER_SERVICE + DARIO_ID + "/addBulkPortalPermission", "[[{\"keyName\":\"FLY\"}]]")
                        .error())
                .isEqualTo("Unable to locate a permission with the key name FLY.");
        assertThat(client.post(USER_SERVICE + DARIO_ID + "/addBulkPortalPermission", "[[{}]]")
                        .error())
                .isEqualTo("Please specify a permission key name.");
    }

    @Test
    void device_access_is_added_and_removed() {
        assertThat(client.post(USER_SERVICE + BRUNO_ID + "/addVirtualGuestAccess", "[104870102]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(client.as("bruno").get("SoftLayer_Virtual_Guest/104870102").status())
                .isEqualTo(200);
        assertThat(client.post(USER_SERVICE + BRUNO_ID + "/removeBulkVirtualGuestAccess", "[[104870101,104870102]]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(client.as("bruno").get("SoftLayer_Account/getVirtualGuests").json())
                .isEmpty();
    }

    @Test
    void access_that_the_parent_lacks_cannot_be_granted() {
        client.post(USER_SERVICE + CHIARA_ID + "/removeBulkVirtualGuestAccess", "[[104870102]]");
        assertThat(client.post(USER_SERVICE + BRUNO_ID + "/addVirtualGuestAccess", "[104870102]")
                        .error())
                .isEqualTo(
                        "You may not add virtual guest permissions that the parent does not possess to this account.");
    }

    @Test
    void the_users_of_a_device_are_those_who_see_it() {
        JsonNode users = client.getWithMask("SoftLayer_Virtual_Guest/104870102/getUsers", "mask[username]")
                .json();
        assertThat(users.findValuesAsText("username"))
                .contains("lifeline", "307608_asha@example.com")
                .doesNotContain("307608_bruno@example.com");
    }
}
