package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Credential;
import dev.lifeline.sandbox.classic.world.OperatingSystem;
import dev.lifeline.sandbox.classic.world.Permission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operating system of a device and the passwords recorded for it. */
final class SoftwareRows {

    private SoftwareRows() {}

    static Optional<Thing> operatingSystem(DeviceThing thing) {
        long id = thing.spec().id() + 30_000_000L;
        return thing.spec()
                .installed()
                .map(system -> Row.of("Software_Component_OperatingSystem")
                        .with("id", id)
                        .with(
                                thing.spec().isGuest() ? "guestId" : "hardwareId",
                                thing.spec().id())
                        .with("manufacturerActivationCode", null)
                        .linking("softwareLicense", () -> license(system))
                        .linking("softwareDescription", () -> description(system))
                        .linking("passwords", () -> passwords(thing, id)));
    }

    private static Thing license(OperatingSystem system) {
        return Row.of("Software_License")
                .with("id", descriptionId(system) + 10_000)
                .with("softwareDescriptionId", descriptionId(system))
                .linking("softwareDescription", () -> description(system));
    }

    private static Thing description(OperatingSystem system) {
        return Row.of("Software_Description")
                .with("id", descriptionId(system))
                .with("manufacturer", system.manufacturer())
                .with("name", system.name())
                .with("version", system.version())
                .with("referenceCode", system.referenceCode())
                .with("longDescription", system.manufacturer() + " / " + system.name() + " / " + system.version())
                .with("operatingSystem", 1L);
    }

    private static long descriptionId(OperatingSystem system) {
        return 1_000L + Math.floorMod(system.referenceCode().hashCode(), 1_000);
    }

    /** Without the permission the list is empty: what the provider really does is unknown (softlayer.md, UNKNOWN). */
    private static List<Thing> passwords(DeviceThing thing, long softwareId) {
        if (!thing.callerHolds(Permission.VIEW_PASSWORDS)) return List.of();
        return thing.device().recorded().stream()
                .map(credential -> password(thing, softwareId, credential))
                .toList();
    }

    private static Thing password(DeviceThing thing, long softwareId, Credential credential) {
        return Row.of("Software_Component_Password")
                .with("id", softwareId + 5_000_000)
                .with("softwareId", softwareId)
                .with("username", credential.username())
                .with("password", credential.password())
                .with("createDate", thing.spec().provisioned())
                .with("modifyDate", thing.spec().provisioned());
    }

    static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
