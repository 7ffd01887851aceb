package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.OperatingSystem;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties that both device types have. */
final class DeviceProperties {

    private DeviceProperties() {}

    static PropertyTable commonProperties() {
        return addDescription(addIdentity(new PropertyTable()))
                .add(
                        "activeTransaction",
                        device -> TransactionObjects.activeTransaction(device).orElse(null))
                .add(
                        "activeTransactions",
                        device -> TransactionObjects.activeTransaction(device).stream().toList())
                .add("lastTransaction", TransactionObjects::lastTransaction)
                .add("lastOperatingSystemReload", device -> null)
                .add("users", DeviceProperties::usersWithAccess);
    }

    private static PropertyTable addIdentity(PropertyTable propertyTable) {
        return propertyTable.add("id", device -> device.spec().id())
                .add("globalIdentifier", device -> uuid(device.spec()))
                .add("hostname", device -> device.spec().hostname())
                .add("domain", device -> device.spec().domain())
                .add("fullyQualifiedDomainName", device -> device.spec().fullyQualifiedDomainName())
                .add("accountId", device -> CloudUsers.ACCOUNT_ID)
                .add("account", device -> device.callerView().accountObject())
                .add("primaryIpAddress", device -> device.spec().publicAddress().orElse(null))
                .add("primaryBackendIpAddress", device -> device.spec().backendAddress())
                .add("provisionDate", device -> device.spec().provisionedAt())
                .add("notes", DeviceProperties::notes)
                .add("billingItem", device -> InfrastructureMethods.billingItem(device.device()))
                .add("metricTrackingObject", device -> InfrastructureMethods.metric(device.device()));
    }

    private static @Nullable String notes(DeviceObject device) {
        if (!device.device().notes().isEmpty()) return device.device().notes();
        return device.spec().tags().contains("prod") ? "production" : null;
    }

    private static PropertyTable addDescription(PropertyTable propertyTable) {
        return propertyTable.add(
                        "datacenter",
                        device -> DeviceRelations.datacenter(device.spec().datacenter()))
                .add("location", device -> DeviceRelations.datacenter(device.spec().datacenter()))
                .add("tagReferences", device -> DeviceRelations.tagReferences(device.spec()))
                .add(
                        "operatingSystemReferenceCode",
                        device -> operatingSystem(device)
                                .map(OperatingSystem::referenceCode)
                                .orElse(null))
                .add(
                        "operatingSystem",
                        device -> SoftwareObjects.operatingSystem(device).orElse(null))
                .add(
                        "softwareComponents",
                        device -> SoftwareObjects.operatingSystem(device).stream().toList())
                .add("privateNetworkOnlyFlag", device -> false)
                .add("hourlyBillingFlag", device -> true);
    }

    private static Optional<OperatingSystem> operatingSystem(DeviceObject device) {
        return device.spec().installedSystem();
    }

    private static List<?> usersWithAccess(DeviceObject device) {
        FakeAccount fakeAccount = device.callerView().fakeAccount();
        Device target = device.device();
        return fakeAccount.users().all().stream()
                .filter(user -> fakeAccount.users().canSee(user, target))
                .map(device.callerView()::toApiObject)
                .toList();
    }

    static String uuid(DeviceSpec deviceSpec) {
        return SoftwareObjects.nameBasedUuid("device " + deviceSpec.id());
    }
}
