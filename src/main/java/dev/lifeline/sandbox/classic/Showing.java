package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Kind;
import dev.lifeline.sandbox.classic.world.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What does the account show to one caller at one moment?
 *
 * @param sight which devices there are for the caller
 */
record Showing(Estate estate, CloudUser caller, Instant now, Predicate<Device> sight) {

    /** What fits into a long. */
    private static final int DIGITS = 18;

    boolean sees(Device device) {
        return sight.test(device);
    }

    /** The device, if the caller may see it; absent and forbidden are one. */
    Optional<Device> device(Kind kind, String id) {
        Optional<Device> found = id.contains("-")
                ? estate.fleet()
                        .all(kind)
                        .filter(device -> DeviceFacts.uuid(device.spec()).equalsIgnoreCase(id))
                        .findFirst()
                : numbered(id);
        return found.filter(device -> device.spec().kind() == kind).filter(this::sees);
    }

    private Optional<Device> numbered(String id) {
        return id.length() > DIGITS ? Optional.empty() : estate.fleet().withId(Long.parseLong(id));
    }

    List<Thing> devices(Kind kind) {
        return estate.fleet().all(kind).filter(this::sees).map(this::show).toList();
    }

    Thing show(Device device) {
        return new DeviceThing(device, this);
    }

    Thing show(CloudUser user) {
        return UserRows.user(user, this);
    }

    List<Thing> users() {
        return estate.people().all().stream()
                .filter(user -> estate.people().mayRead(caller, user))
                .map(this::show)
                .toList();
    }

    Thing account() {
        return Row.of("Account")
                .with("id", People.ACCOUNT)
                .with("companyName", "Example Ltd")
                .with("email", "elena@example.com")
                .with("brandId", 2L)
                .with("accountStatusId", 1001L)
                .linking("virtualGuests", () -> devices(Kind.VIRTUAL_GUEST))
                .linking("hourlyVirtualGuests", () -> devices(Kind.VIRTUAL_GUEST))
                .with("monthlyVirtualGuests", List.of())
                .linking("hardware", () -> devices(Kind.HARDWARE))
                .with("bareMetalInstances", List.of())
                .linking("users", this::users)
                .linking("masterUser", () -> show(estate.people().owner()));
    }
}
