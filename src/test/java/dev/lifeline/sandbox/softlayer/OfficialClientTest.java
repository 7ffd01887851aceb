package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.softlayer.api.ApiClient;
import com.softlayer.api.ApiException;
import com.softlayer.api.RestApiClient;
import com.softlayer.api.ResultLimit;
import com.softlayer.api.service.Account;
import com.softlayer.api.service.Hardware;
import com.softlayer.api.service.event.Log;
import com.softlayer.api.service.hardware.Server;
import com.softlayer.api.service.provisioning.version1.Transaction;
import com.softlayer.api.service.user.Customer;
import com.softlayer.api.service.user.customer.customerpermission.Permission;
import com.softlayer.api.service.virtual.Guest;
import com.softlayer.api.service.virtual.disk.Image;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider's own Java client works against the fake SoftLayer without meeting anything unknown. */
class OfficialClientTest {

    private static final long WEB_07 = 104870101;
    private static final long DB_01 = 2154871;

    private FakeSoftLayer softLayer;
    private ApiClient client;

    @BeforeEach
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(1200));
        client = new RestApiClient(softLayer.url() + "/rest/v3.1/")
                .withCredentials("lifeline", "sandbox-lifeline-api-key");
    }

    @AfterEach
    void stop() {
        softLayer.close();
    }

    @Test
    void lists_guests_with_a_mask() {
        Account.Service account = Account.service(client);
        account.setMask("mask[id,hostname,maxMemory,powerState[keyName],datacenter[name],tagReferences[tag[name]]]");
        List<Guest> guests = account.getVirtualGuests();
        assertThat(guests)
                .extracting(Guest::getHostname)
                .containsExactlyInAnyOrder("web-07", "web-08", "tiny-01", "win-03", "busy-04", "core-05");
        assertThat(guests).allSatisfy(guest -> {
            assertThat(guest.getPowerState().getKeyName()).isEqualTo("RUNNING");
            assertThat(guest.getDomain()).isNull();
        });
    }

    @Test
    void lists_hardware_of_the_cast_type() {
        List<Hardware> hardware = Account.service(client).getHardware();
        assertThat(hardware).hasSize(3).allSatisfy(one -> assertThat(one).isInstanceOf(Server.class));
    }

    @Test
    void builds_masks_by_calling_getters() {
        Guest.Service service = Guest.service(client, WEB_07);
        service.withMask().hostname();
        service.withMask().operatingSystem().passwords().username();
        service.withMask().operatingSystem().passwords().password();
        Guest guest = service.getObject();
        assertThat(guest.getHostname()).isEqualTo("web-07");
        assertThat(guest.getOperatingSystem().getPasswords().get(0).getUsername())
                .isEqualTo("root");
        assertThat(guest.getOperatingSystem().getPasswords().get(0).getPassword())
                .isNotBlank();
    }

    @Test
    void learns_the_total_of_a_limited_list() {
        Account.Service account = Account.service(client);
        account.setResultLimit(new ResultLimit(0, 2));
        assertThat(account.getVirtualGuests()).hasSize(2);
        assertThat(account.getLastResponseTotalItemCount()).isEqualTo(6);
    }

    @Test
    void launches_follows_the_transaction_and_reboots() {
        Guest.Service web07 = Guest.service(client, WEB_07);
        long baseline = web07.getLastTransaction().getId();

        assertThat(web07.executeRescueLayer()).isTrue();
        await().until(() -> web07.getLastTransaction().getId() != baseline);
        await().until(() -> web07.getActiveTransaction() == null);
        assertThat(web07.getPowerState().getKeyName()).isEqualTo("RUNNING");
        assertThat(web07.rebootDefault()).isTrue();
        await().until(web07::isPingable);
    }

    @Test
    void mounts_an_image_and_gets_the_transaction_at_once() {
        Image windows = Image.service(client).getPublicIsoImages().stream()
                .filter(image -> image.getName().equals("WindowsRescueStandalone.iso"))
                .findFirst()
                .orElseThrow();
        Guest.Service win03 = Guest.service(client, 104870133L);
        Transaction begun = win03.mountIsoImage(windows.getId());
        await().until(() -> win03.getIsoBootImage() != null);
        assertThat(win03.getLastTransaction().getId()).isEqualTo(begun.getId());
        assertThat(win03.unmountIsoImage().getId()).isNotEqualTo(begun.getId());
        await().until(() -> win03.getIsoBootImage() == null);
    }

    @Test
    void boots_bare_metal_into_rescue_and_back() {
        Server.Service db01 = Server.service(client, DB_01);
        long baseline = db01.getLastTransaction().getId();
        assertThat(db01.bootToRescueLayer("LINUX")).isTrue();
        await().until(() -> db01.getLastTransaction().getId() != baseline);
        await().until(() -> db01.getActiveTransaction() == null);
        assertThat(db01.getServerPowerStateForServer()).isEqualTo("on");
        assertThat(db01.rebootHardForServer()).isTrue();
        assertThat(db01.getRecentRemoteManagementCommands()).hasSize(1);
    }

    @Test
    void reads_users_and_changes_their_permissions() {
        Customer dario = Account.service(client).getUsers().stream()
                .filter(user -> user.getUsername().equals("307608_dario@example.com"))
                .findFirst()
                .orElseThrow();
        Customer.Service service = Customer.service(client, dario.getId());
        assertThat(service.getPermissions())
                .extracting(Permission::getKeyName)
                .containsExactlyInAnyOrder("VIRTUAL_GUEST_VIEW", "HARDWARE_VIEW");

        Permission reload = new Permission();
        reload.setKeyName("SERVER_RELOAD");
        assertThat(service.addBulkPortalPermission(List.of(reload))).isTrue();
        assertThat(service.getPermissions()).hasSize(3);
        assertThat(service.removeBulkPortalPermission(List.of(reload), false)).isTrue();
        assertThat(service.getPermissions()).hasSize(2);
        assertThat(service.getHasFullVirtualGuestAccessFlag()).isTrue();
    }

    @Test
    void reads_the_event_log() {
        Guest.service(client, WEB_07).rebootSoft();
        List<Log> events = Log.service(client).getAllObjects();
        assertThat(events.get(0).getEventName()).isEqualTo("Reboot");
        assertThat(events.get(0).getEventCreateDate()).isNotNull();
    }

    @Test
    void receives_not_found_and_unauthorized_as_its_own_exceptions() {
        assertThatThrownBy(() -> Guest.service(client, 1L).getObject())
                .isInstanceOf(ApiException.NotFound.class)
                .hasMessageContaining("Unable to find object with id of '1'.");
        ApiClient wrong = new RestApiClient(softLayer.url() + "/rest/v3.1/").withCredentials("lifeline", "wrong");
        assertThatThrownBy(() -> Account.service(wrong).getCurrentUser()).isInstanceOf(ApiException.Unauthorized.class);
    }
}
