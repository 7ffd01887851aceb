package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Spec;
import dev.lifeline.sandbox.classic.world.View;
import org.jspecify.annotations.Nullable;

/** A device as the API shows it to one caller; light, for there may be very many of them in a list. */
final class DeviceThing implements Thing {

    private final Device device;
    private final Showing showing;
    private @Nullable View view;

    DeviceThing(Device device, Showing showing) {
        this.device = device;
        this.showing = showing;
    }

    @Override
    public String type() {
        return spec().isGuest() ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware_Server";
    }

    @Override
    public @Nullable Object value(String property) {
        return (spec().isGuest() ? GuestFacts.ALL : HardwareFacts.ALL).of(this, property);
    }

    Device device() {
        return device;
    }

    Spec spec() {
        return device.spec();
    }

    Showing showing() {
        return showing;
    }

    /** How the device stands; looked at once. */
    View view() {
        View seen = view == null ? device.at(showing.now()) : view;
        view = seen;
        return seen;
    }

    boolean callerHolds(String permission) {
        return showing.caller().holds(permission);
    }
}
