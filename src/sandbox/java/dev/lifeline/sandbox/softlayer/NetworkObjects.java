package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.Datacenter;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.MapObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The VLANs and subnets of the account: one public and one private in each datacenter, one subnet in each. */
final class NetworkObjects {

    static final List<Datacenter> DATACENTERS = List.of(Datacenter.DAL13, Datacenter.FRA02);

    private static final long FIRST_VLAN_ID = 2_260_001;
    private static final long FIRST_SUBNET_ID = 1_770_001;

    private NetworkObjects() {}

    private static List<Long> numbers() {
        return LongStream.range(0, DATACENTERS.size() * 2L).boxed().toList();
    }

    static List<ApiObject> vlans(CallerView callerView) {
        return numbers().stream().map(number -> vlan(number, callerView)).toList();
    }

    static List<ApiObject> subnets(CallerView callerView) {
        return numbers().stream().map(number -> subnet(number, callerView)).toList();
    }

    static Optional<ApiObject> findVlan(long id, CallerView callerView) {
        return numbers().stream().filter(number -> FIRST_VLAN_ID + number == id).findFirst().map(number -> vlan(number, callerView));
    }

    static Optional<ApiObject> findSubnet(long id, CallerView callerView) {
        return numbers().stream().filter(number -> FIRST_SUBNET_ID + number == id).findFirst().map(number -> subnet(number, callerView));
    }

    private static boolean isPublic(long number) {
        return number % 2 == 0;
    }

    private static Datacenter datacenter(long number) {
        return DATACENTERS.get((int) (number / 2));
    }

    private static ApiObject vlan(long number, CallerView callerView) {
        return MapObject.ofType("Network_Vlan")
                .withProperty("id", FIRST_VLAN_ID + number)
                .withProperty("accountId", CloudUsers.ACCOUNT_ID)
                .withProperty("name", datacenter(number).name() + (isPublic(number) ? "-public" : "-private"))
                .withProperty("vlanNumber", 800 + number)
                .withProperty("primarySubnetId", FIRST_SUBNET_ID + number)
                .withRelation("networkSpace", () -> isPublic(number) ? "PUBLIC" : "PRIVATE")
                .withRelation("datacenter", () -> DeviceRelations.datacenter(datacenter(number)))
                .withRelation("primarySubnet", () -> subnet(number, callerView))
                .withRelation("subnets", () -> List.of(subnet(number, callerView)))
                .withRelation("virtualGuests", () -> devices(number, DeviceType.VIRTUAL_GUEST, callerView))
                .withRelation("hardware", () -> devices(number, DeviceType.HARDWARE, callerView));
    }

    private static List<ApiObject> devices(long number, DeviceType type, CallerView callerView) {
        return callerView.fakeAccount()
                .fleet()
                .all(type)
                .filter(device -> device.spec().datacenter().equals(datacenter(number)))
                .filter(callerView::canSee)
                .map(callerView::toApiObject)
                .toList();
    }

    private static ApiObject subnet(long number, CallerView callerView) {
        return MapObject.ofType("Network_Subnet")
                .withProperty("id", FIRST_SUBNET_ID + number)
                .withProperty("networkIdentifier", (isPublic(number) ? "127.0." : "10.0.") + number + ".0")
                .withProperty("gateway", (isPublic(number) ? "127.0." : "10.0.") + number + ".1")
                .withProperty("netmask", "255.255.255.0")
                .withProperty("cidr", 24L)
                .withProperty("networkVlanId", FIRST_VLAN_ID + number)
                .withProperty("subnetType", "PRIMARY")
                .withProperty("version", 4L)
                .withProperty("totalIpAddresses", 256L)
                .withProperty("usableIpAddressCount", 253L)
                .withRelation("addressSpace", () -> isPublic(number) ? "PUBLIC" : "PRIVATE")
                .withRelation("datacenter", () -> DeviceRelations.datacenter(datacenter(number)))
                .withRelation("networkVlan", () -> vlan(number, callerView));
    }
}
