package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceSpec;
import dev.lifeline.sandbox.softlayer.account.DeviceSnapshot;
import org.jspecify.annotations.Nullable;

/** A device as the API shows it to one caller; light, for there may be very many of them in a list. */
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

    /** How the device stands; looked at once. */
    DeviceSnapshot snapshot() {
        DeviceSnapshot seen = snapshot == null ? device.snapshotAt(callerView.now()) : snapshot;
        snapshot = seen;
        return seen;
    }

    boolean callerHasPermission(String permission) {
        return callerView.caller().hasPermission(permission);
    }
}
