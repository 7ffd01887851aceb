package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.OperatingSystem;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.classic.world.Spec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be said of both kinds of device. */
final class DeviceFacts {

    private DeviceFacts() {}

    static Facts common() {
        return described(named(new Facts()))
                .fact(
                        "activeTransaction",
                        thing -> TransactionRows.active(thing).orElse(null))
                .fact(
                        "activeTransactions",
                        thing -> TransactionRows.active(thing).stream().toList())
                .fact("lastTransaction", TransactionRows::latest)
                .fact("users", DeviceFacts::usersOf);
    }

    private static Facts named(Facts facts) {
        return facts.fact("id", thing -> thing.spec().id())
                .fact("globalIdentifier", thing -> uuid(thing.spec()))
                .fact("hostname", thing -> thing.spec().hostname())
                .fact("domain", thing -> thing.spec().domain())
                .fact("fullyQualifiedDomainName", thing -> thing.spec().fullName())
                .fact("accountId", thing -> People.ACCOUNT)
                .fact("account", thing -> thing.showing().account())
                .fact("primaryIpAddress", thing -> thing.spec().publicAddress().orElse(null))
                .fact("primaryBackendIpAddress", thing -> thing.spec().backendAddress())
                .fact("provisionDate", thing -> thing.spec().provisioned())
                .fact("notes", thing -> thing.spec().tags().contains("prod") ? "production" : null);
    }

    private static Facts described(Facts facts) {
        return facts.fact(
                        "datacenter",
                        thing -> DeviceRows.datacenter(thing.spec().datacenter()))
                .fact("location", thing -> DeviceRows.datacenter(thing.spec().datacenter()))
                .fact("tagReferences", thing -> DeviceRows.tags(thing.spec()))
                .fact(
                        "operatingSystemReferenceCode",
                        thing -> system(thing)
                                .map(OperatingSystem::referenceCode)
                                .orElse(null))
                .fact(
                        "operatingSystem",
                        thing -> SoftwareRows.operatingSystem(thing).orElse(null))
                .fact(
                        "softwareComponents",
                        thing -> SoftwareRows.operatingSystem(thing).stream().toList())
                .fact("privateNetworkOnlyFlag", thing -> false)
                .fact("hourlyBillingFlag", thing -> true);
    }

    private static Optional<OperatingSystem> system(DeviceThing thing) {
        return thing.spec().installed();
    }

    private static List<?> usersOf(DeviceThing thing) {
        Estate estate = thing.showing().estate();
        Device device = thing.device();
        return estate.people().all().stream()
                .filter(user -> estate.people().sees(user, device))
                .map(thing.showing()::show)
                .toList();
    }

    static String uuid(Spec spec) {
        return UUID.nameUUIDFromBytes(("device " + spec.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
