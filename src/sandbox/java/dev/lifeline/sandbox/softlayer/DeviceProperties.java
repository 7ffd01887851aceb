package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.OperatingSystem;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be said of both kinds of device. */
final class DeviceProperties {

    private DeviceProperties() {}

    static PropertyTable commonProperties() {
        return addDescription(addIdentity(new PropertyTable()))
                .add(
                        "activeTransaction",
                        thing -> TransactionObjects.activeTransaction(thing).orElse(null))
                .add(
                        "activeTransactions",
                        thing -> TransactionObjects.activeTransaction(thing).stream().toList())
                .add("lastTransaction", TransactionObjects::lastTransaction)
                .add("users", DeviceProperties::usersWithAccess);
    }

    private static PropertyTable addIdentity(PropertyTable propertyTable) {
        return propertyTable.add("id", thing -> thing.spec().id())
                .add("globalIdentifier", thing -> uuid(thing.spec()))
                .add("hostname", thing -> thing.spec().hostname())
                .add("domain", thing -> thing.spec().domain())
                .add("fullyQualifiedDomainName", thing -> thing.spec().fullyQualifiedDomainName())
                .add("accountId", thing -> CloudUsers.ACCOUNT_ID)
                .add("account", thing -> thing.callerView().accountObject())
                .add("primaryIpAddress", thing -> thing.spec().publicAddress().orElse(null))
                .add("primaryBackendIpAddress", thing -> thing.spec().backendAddress())
                .add("provisionDate", thing -> thing.spec().provisionedAt())
                .add("notes", thing -> thing.spec().tags().contains("prod") ? "production" : null);
    }

    private static PropertyTable addDescription(PropertyTable propertyTable) {
        return propertyTable.add(
                        "datacenter",
                        thing -> DeviceRelations.datacenter(thing.spec().datacenter()))
                .add("location", thing -> DeviceRelations.datacenter(thing.spec().datacenter()))
                .add("tagReferences", thing -> DeviceRelations.tagReferences(thing.spec()))
                .add(
                        "operatingSystemReferenceCode",
                        thing -> operatingSystem(thing)
                                .map(OperatingSystem::referenceCode)
                                .orElse(null))
                .add(
                        "operatingSystem",
                        thing -> SoftwareObjects.operatingSystem(thing).orElse(null))
                .add(
                        "softwareComponents",
                        thing -> SoftwareObjects.operatingSystem(thing).stream().toList())
                .add("privateNetworkOnlyFlag", thing -> false)
                .add("hourlyBillingFlag", thing -> true);
    }

    private static Optional<OperatingSystem> operatingSystem(DeviceObject thing) {
        return thing.spec().installedSystem();
    }

    private static List<?> usersWithAccess(DeviceObject thing) {
        FakeAccount fakeAccount = thing.callerView().fakeAccount();
        Device device = thing.device();
        return fakeAccount.users().all().stream()
                .filter(user -> fakeAccount.users().canSee(user, device))
                .map(thing.callerView()::toApiObject)
                .toList();
    }

    static String uuid(DeviceSpec deviceSpec) {
        return UUID.nameUUIDFromBytes(("device " + deviceSpec.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
