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

/** The operating system of a device and the passwords recorded for it. */
final class SoftwareObjects {

    private SoftwareObjects() {}

    static Optional<ApiObject> operatingSystem(DeviceObject thing) {
        long id = thing.spec().id() + 30_000_000L;
        return thing.spec()
                .installedSystem()
                .map(system -> MapObject.ofType("Software_Component_OperatingSystem")
                        .withProperty("id", id)
                        .withProperty(
                                thing.spec().isGuest() ? "guestId" : "hardwareId",
                                thing.spec().id())
                        .withProperty("manufacturerActivationCode", null)
                        .withRelation("softwareLicense", () -> license(system))
                        .withRelation("softwareDescription", () -> description(system))
                        .withRelation("passwords", () -> passwords(thing, id)));
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

    /** Without the permission the list is empty: what the provider really does is unknown (softlayer.md, UNKNOWN). */
    private static List<ApiObject> passwords(DeviceObject thing, long softwareId) {
        if (!thing.callerHasPermission(Permission.VIEW_CUSTOMER_SOFTWARE_PASSWORD)) return List.of();
        return thing.device().recordedCredential().stream()
                .map(credential -> password(thing, softwareId, credential))
                .toList();
    }

    private static ApiObject password(DeviceObject thing, long softwareId, Credential credential) {
        return MapObject.ofType("Software_Component_Password")
                .withProperty("id", softwareId + 5_000_000)
                .withProperty("softwareId", softwareId)
                .withProperty("username", credential.username())
                .withProperty("password", credential.password())
                .withProperty("createDate", thing.spec().provisionedAt())
                .withProperty("modifyDate", thing.spec().provisionedAt());
    }

    static String nameBasedUuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
