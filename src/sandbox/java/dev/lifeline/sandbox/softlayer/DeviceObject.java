package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;
import org.jspecify.annotations.Nullable;

/** A device as the API shows it to one caller. Small, because a list may hold very many. Not thread-safe. */
final class DeviceObject implements ApiObject {

    private final Device device;
    private final CallerView callerView;
    private @Nullable DeviceSnapshot snapshot;

    DeviceObject(Device device, CallerView callerView) {
        this.device = device;
        this.callerView = callerView;
    }

    @Override
    public String type() {
        return spec().isGuest() ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware_Server";
    }

    @Override
    public @Nullable Object value(String property) {
        return (spec().isGuest() ? GuestProperties.PROPERTIES : HardwareProperties.PROPERTIES).value(this, property);
    }

    Device device() {
        return device;
    }

    DeviceSpec spec() {
        return device.spec();
    }

    CallerView callerView() {
        return callerView;
    }

    /** Returns the device's state, read once for each answer. */
    DeviceSnapshot snapshot() {
        DeviceSnapshot current = snapshot == null ? device.snapshotAt(callerView.now()) : snapshot;
        snapshot = current;
        return current;
    }

    boolean callerHasPermission(String permission) {
        return callerView.caller().hasPermission(permission);
    }
}
