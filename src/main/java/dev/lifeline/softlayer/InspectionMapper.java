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

/** Maps a full device object to the inspection that is made before a launch. */
public final class InspectionMapper {

    private InspectionMapper() {}

    /** The inspection; empty where the object is no device. */
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
     * Provisioned means that {@code provisionDate} is set, as in the provider's own client (softlayer-python, {@code is_ready}). Where
     * the property is missing altogether, a device that is powered on or active counts as provisioned (src/docs/platform/softlayer.md,
     * section Progress and state detection).
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

    /**
     * Such as "Stopped (Suspended)"; no source gives the key name, so every status text is searched (src/docs/platform/softlayer.md,
     * section Progress and state detection).
     */
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
