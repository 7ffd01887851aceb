package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The account as one caller sees it at one moment.
 *
 * @param now the moment
 * @param visibility which devices the caller sees
 */
record CallerView(FakeAccount fakeAccount, CloudUser caller, Instant now, Predicate<Device> visibility) {

    /** The digits that fit into a long. */
    private static final int MAX_ID_DIGITS = 18;

    boolean canSee(Device device) {
        return visibility.test(device);
    }

    /** Finds a device by id or UUID among those the caller sees; absent and forbidden look the same. */
    Optional<Device> findDevice(DeviceType deviceType, String id) {
        Optional<Device> device = id.contains("-")
                ? fakeAccount.fleet()
                        .all(deviceType)
                        .filter(one -> DeviceProperties.uuid(one.spec()).equalsIgnoreCase(id))
                        .findFirst()
                : findByNumericId(id);
        return device.filter(one -> one.spec().deviceType() == deviceType).filter(this::canSee);
    }

    private Optional<Device> findByNumericId(String id) {
        return id.length() > MAX_ID_DIGITS ? Optional.empty() : fakeAccount.fleet().findById(Long.parseLong(id));
    }

    List<ApiObject> visibleDevices(DeviceType deviceType) {
        return fakeAccount.fleet().all(deviceType).filter(this::canSee).map(this::toApiObject).toList();
    }

    ApiObject toApiObject(Device device) {
        return new DeviceObject(device, this);
    }

    ApiObject toApiObject(CloudUser user) {
        return UserObjects.userObject(user, this);
    }

    List<ApiObject> visibleUsers() {
        return fakeAccount.users().all().stream()
                .filter(user -> fakeAccount.users().mayRead(caller, user))
                .map(this::toApiObject)
                .toList();
    }

    private List<ApiObject> tickets(boolean openOnly) {
        if (!caller.hasPermission("TICKET_VIEW")) return List.of();
        return fakeAccount.records().tickets().all().stream()
                .filter(ticket -> ticket.open() || !openOnly)
                .map(ticket -> SupportObjects.ticket(ticket, this))
                .toList();
    }

    ApiObject accountObject() {
        return MapObject.ofType("Account")
                .withProperty("id", CloudUsers.ACCOUNT_ID)
                .withProperty("companyName", "Example Ltd")
                .withProperty("email", "elena@example.com")
                .withProperty("brandId", 2L)
                .withProperty("accountStatusId", 1001L)
                .withRelation("virtualGuests", () -> visibleDevices(DeviceType.VIRTUAL_GUEST))
                .withRelation("hourlyVirtualGuests", () -> visibleDevices(DeviceType.VIRTUAL_GUEST))
                .withProperty("monthlyVirtualGuests", List.of())
                .withRelation("hardware", () -> visibleDevices(DeviceType.HARDWARE))
                .withProperty("bareMetalInstances", List.of())
                .withRelation("networkVlans", () -> NetworkObjects.vlans(this))
                .withRelation("subnets", () -> NetworkObjects.subnets(this))
                .withRelation("datacentersWithSubnetAllocations", InfrastructureMethods::datacenters)
                .withRelation("tickets", () -> tickets(false))
                .withRelation("openTickets", () -> tickets(true))
                .withProperty("closedTickets", List.of())
                .withProperty("blockDeviceTemplateGroups", List.of())
                .withProperty("privateBlockDeviceTemplateGroups", List.of())
                .withProperty("dedicatedHosts", List.of())
                .withRelation("users", this::visibleUsers)
                .withRelation("masterUser", () -> toApiObject(fakeAccount.users().masterUser()));
    }
}
