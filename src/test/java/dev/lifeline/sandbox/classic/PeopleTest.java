package dev.lifeline.sandbox.classic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the users are, what they may do, and who may change that. */
class PeopleTest {

    private static final String USERS = "SoftLayer_User_Customer/";
    private static final long ASHA = 6120433;
    private static final long BRUNO = 6120452;
    private static final long CHIARA = 6120411;
    private static final long DARIO = 6120498;
    private static final long ELENA = 143201;
    private static final String RELOAD = "[[{\"keyName\":\"SERVER_RELOAD\"}]]";

    private PretendClassic classic;
    private Client lifeline;

    @BeforeEach
    void start() throws IOException {
        classic = PretendClassic.start(ClassicOptions.onPort(0));
        lifeline = Client.of(classic);
    }

    @AfterEach
    void stop() {
        classic.close();
    }

    @Test
    void the_functional_user_knows_itself() {
        JsonNode me = lifeline.masked(
                        "SoftLayer_Account/getCurrentUser", "mask[id,username,isMasterUserFlag,accountId]")
                .json();
        assertThat(me.path("username").asText()).isEqualTo("lifeline");
        assertThat(me.path("isMasterUserFlag").asBoolean()).isFalse();
    }

    @Test
    void a_person_is_found_by_email() {
        JsonNode found = lifeline.get(
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
    void bruno_sees_his_two_devices_and_no_other() {
        Client bruno = lifeline.as("bruno");
        assertThat(bruno.get("SoftLayer_Account/getVirtualGuests").json().findValuesAsText("hostname"))
                .containsExactly("web-07");
        assertThat(bruno.get("SoftLayer_Account/getHardware").json().findValuesAsText("hostname"))
                .containsExactly("db-01");
        assertThat(bruno.get("SoftLayer_Virtual_Guest/104870102").status()).isEqualTo(404);
        assertThat(lifeline.get(USERS + BRUNO + "/getAllowedHardwareIds").json().toString())
                .isEqualTo("[2154871]");
    }

    @Test
    void dario_may_look_but_not_launch_reboot_or_read_passwords() {
        Client dario = lifeline.as("dario");
        assertThat(dario.get("SoftLayer_Virtual_Guest/104870101/executeRescueLayer")
                        .error())
                .isEqualTo("You do not have permission to this service.");
        assertThat(dario.get("SoftLayer_Hardware_Server/2154871/rebootDefault").error())
                .isEqualTo("You do not have permission to this service.");
        assertThat(dario.masked("SoftLayer_Virtual_Guest/104870101", "mask[operatingSystem[passwords]]")
                        .json()
                        .at("/operatingSystem/passwords"))
                .isEmpty();
        assertThat(dario.get("SoftLayer_Event_Log/getAllObjects").status()).isEqualTo(500);
    }

    @Test
    void a_user_without_user_manage_may_not_read_others() {
        assertThat(lifeline.as("dario").get(USERS + ASHA).error())
                .isEqualTo("You do not have permission to access this user");
        assertThat(lifeline.as("dario").get("SoftLayer_Account/getUsers").json())
                .hasSize(1);
    }

    @Test
    void a_manager_grants_what_she_holds_to_those_below_her() {
        Client chiara = lifeline.as("chiara");
        assertThat(chiara.post(USERS + DARIO + "/addBulkPortalPermission", RELOAD)
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(chiara.post(USERS + DARIO + "/addBulkPortalPermission", RELOAD)
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(lifeline.get(USERS + DARIO + "/getPermissions").json().findValuesAsText("keyName"))
                .containsOnlyOnce("SERVER_RELOAD");
    }

    @Test
    void nobody_grants_to_themselves_upwards_or_what_they_lack() {
        Client chiara = lifeline.as("chiara");
        assertThat(chiara.post(USERS + CHIARA + "/addBulkPortalPermission", RELOAD)
                        .error())
                .isEqualTo("You may not add permissions to your account.");
        assertThat(chiara.post(USERS + DARIO + "/addBulkPortalPermission", "[[{\"keyName\":\"USER_EVENT_LOG_VIEW\"}]]")
                        .error())
                .isEqualTo("Unable to add user permission USER_EVENT_LOG_VIEW.");
        assertThat(lifeline.as("asha")
                        .post(USERS + ASHA + "/addHardwareAccess", "[2154871]")
                        .error())
                .isEqualTo("You may not grant or deny yourself device access.");
        assertThat(chiara.post(USERS + ELENA + "/addHardwareAccess", "[2154871]")
                        .error())
                .isEqualTo("You may not grant or deny Master User device access.");
    }

    @Test
    void an_unknown_permission_is_named() {
        assertThat(lifeline.post(USERS + DARIO + "/addBulkPortalPermission", "[[{\"keyName\":\"FLY\"}]]")
                        .error())
                .isEqualTo("Unable to locate a permission with the key name FLY.");
        assertThat(lifeline.post(USERS + DARIO + "/addBulkPortalPermission", "[[{}]]")
                        .error())
                .isEqualTo("Please specify a permission key name.");
    }

    @Test
    void device_access_is_added_and_taken() {
        assertThat(lifeline.post(USERS + BRUNO + "/addVirtualGuestAccess", "[104870102]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(lifeline.as("bruno").get("SoftLayer_Virtual_Guest/104870102").status())
                .isEqualTo(200);
        assertThat(lifeline.post(USERS + BRUNO + "/removeBulkVirtualGuestAccess", "[[104870101,104870102]]")
                        .json()
                        .asBoolean())
                .isTrue();
        assertThat(lifeline.as("bruno")
                        .get("SoftLayer_Account/getVirtualGuests")
                        .json())
                .isEmpty();
    }

    @Test
    void access_that_the_parent_lacks_cannot_be_given() {
        lifeline.post(USERS + CHIARA + "/removeBulkVirtualGuestAccess", "[[104870102]]");
        assertThat(lifeline.post(USERS + BRUNO + "/addVirtualGuestAccess", "[104870102]")
                        .error())
                .isEqualTo(
                        "You may not add virtual guest permissions that the parent does not possess to this account.");
    }

    @Test
    void the_users_of_a_device_are_those_who_see_it() {
        JsonNode users = lifeline.masked("SoftLayer_Virtual_Guest/104870102/getUsers", "mask[username]")
                .json();
        assertThat(users.findValuesAsText("username"))
                .contains("lifeline", "307608_asha@example.com")
                .doesNotContain("307608_bruno@example.com");
    }
}
