package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Credential;
import dev.lifeline.sandbox.softlayer.account.OperatingSystem;
import dev.lifeline.sandbox.softlayer.account.Permission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operating system of a device and its recorded passwords. */
final class SoftwareObjects {

    private SoftwareObjects() {}

    static Optional<ApiObject> operatingSystem(DeviceObject device) {
        long id = device.spec().id() + 30_000_000L;
        return device.spec()
                .installedSystem()
                .map(system -> MapObject.ofType("Software_Component_OperatingSystem")
                        .withProperty("id", id)
                        .withProperty(
                                device.spec().isGuest() ? "guestId" : "hardwareId",
                                device.spec().id())
                        .withProperty("manufacturerActivationCode", null)
                        .withRelation("softwareLicense", () -> license(system))
                        .withRelation("softwareDescription", () -> description(system))
                        .withRelation("passwords", () -> passwords(device, id)));
    }

    private static ApiObject license(OperatingSystem system) {
        return MapObject.ofType("Software_License")
                .withProperty("id", descriptionId(system) + 10_000)
                .withProperty("softwareDescriptionId", descriptionId(system))
                .withRelation("softwareDescription", () -> description(system));
    }

    private static ApiObject description(OperatingSystem system) {
        return MapObject.ofType("Software_Description")
                .withProperty("id", descriptionId(system))
                .withProperty("manufacturer", system.manufacturer())
                .withProperty("name", system.name())
                .withProperty("version", system.version())
                .withProperty("referenceCode", system.referenceCode())
                .withProperty("longDescription", system.manufacturer() + " / " + system.name() + " / " + system.version())
                .withProperty("operatingSystem", 1L);
    }

    private static long descriptionId(OperatingSystem system) {
        return 1_000L + Math.floorMod(system.referenceCode().hashCode(), 1_000);
    }

    /**
     * Without the permission the list is empty; what the provider does is not known (src/docs/platform/softlayer.md, section
     * Questions for a live account).
     */
    private static List<ApiObject> passwords(DeviceObject device, long softwareId) {
        if (!device.callerHasPermission(Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD)) return List.of();
        return device.device().recordedCredential().stream()
                .map(credential -> password(device, softwareId, credential))
                .toList();
    }

    private static ApiObject password(DeviceObject device, long softwareId, Credential credential) {
        return MapObject.ofType("Software_Component_Password")
                .withProperty("id", softwareId + 5_000_000)
                .withProperty("softwareId", softwareId)
                .withProperty("username", credential.username())
                .withProperty("password", credential.password())
                .withProperty("createDate", device.spec().provisionedAt())
                .withProperty("modifyDate", device.spec().provisionedAt());
    }

    static String nameBasedUuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
