package dev.lifeline.softlayer;

import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.PowerState;
import dev.lifeline.softlayer.password.LoginLookup;
import dev.lifeline.softlayer.rest.ApiObject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What does the full row of one device tell before something is done to it? */
public final class InspectionMapper {

    private InspectionMapper() {}

    public static Optional<Inspection> toInspection(
            DeviceType deviceType, ApiObject apiObject, LoginLookup.Result login) {
        return DeviceMapper.toDevice(deviceType, apiObject)
                .map(device -> inspection(device, StatusMapper.toStatus(deviceType, apiObject), apiObject, login));
    }

    private static Inspection inspection(
            Device device, DeviceStatus deviceStatus, ApiObject apiObject, LoginLookup.Result login) {
        return new Inspection(
                device,
                deviceStatus,
                isProvisioned(deviceStatus, apiObject),
                isSuspended(apiObject),
                login.username().isPresent(),
                login.visible());
    }

    /**
     * The provider's own client takes this date for it too (softlayer-python, is_ready). Where it is left out, which is not said to be
     * none, what runs was built, and metal that is active (softlayer.md 3).
     */
    private static boolean isProvisioned(DeviceStatus deviceStatus, ApiObject apiObject) {
        return apiObject.hasValue("provisionDate")
                || (!apiObject.node().has("provisionDate") && isActive(deviceStatus, apiObject));
    }

    private static boolean isActive(DeviceStatus deviceStatus, ApiObject apiObject) {
        return deviceStatus.powerState() == PowerState.ON
                || apiObject
                        .object("hardwareStatus")
                        .text("status")
                        .filter("ACTIVE"::equals)
                        .isPresent();
    }

    /** Such as "Stopped (Suspended)"; the key name is in no source, so every word is looked at (softlayer.md 3). */
    private static boolean isSuspended(ApiObject apiObject) {
        return Stream.of(
                        apiObject.object("deviceStatus"),
                        apiObject.object("status"),
                        apiObject.object("hardwareState").object("deviceStatus"))
                .flatMap(state -> Stream.of(state.text("keyName"), state.text("name")))
                .flatMap(Optional::stream)
                .anyMatch(word -> word.toUpperCase(Locale.ROOT).contains("SUSPEND"));
    }
}
