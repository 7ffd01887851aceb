package dev.lifeline.sandbox.classic.world;

import static dev.lifeline.sandbox.classic.world.Datacenter.DAL13;
import static dev.lifeline.sandbox.classic.world.Datacenter.FRA02;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nine devices every default world starts with (design.md, "The stand-ins"). */
final class DefaultFleet {

    private static final Instant PROVISIONED = Instant.parse("2025-03-14T09:26:53Z");

    private final Addresses addresses;
    private final List<Spec> specs = new ArrayList<>();

    private DefaultFleet(Addresses addresses) {
        this.addresses = addresses;
    }

    static List<Spec> on(Addresses addresses) {
        DefaultFleet fleet = new DefaultFleet(addresses);
        fleet.guest(104870101, "web-07", 8, OperatingSystem.CENTOS, "qK7vLmW2nR9x", DAL13);
        fleet.guest(104870102, "web-08", 8, OperatingSystem.UBUNTU, "T4hZc8PyVd3w", FRA02);
        fleet.guest(104870117, "tiny-01", 2, OperatingSystem.CENTOS, "b9QxNf6RsJ2k", DAL13);
        fleet.guest(104870133, "win-03", 16, OperatingSystem.WINDOWS, "Hw5tGz8LpX4m", DAL13);
        fleet.hardware(2154871, "db-01", OperatingSystem.REDHAT, "yV3nKc7DfB6q", FRA02, List.of("prod"));
        fleet.hardware(2154902, "winmetal-02", OperatingSystem.WINDOWS, "Rj8mXw4ZtC5p", DAL13, List.of());
        fleet.hardware(2155318, "bare-09", null, null, DAL13, List.of());
        fleet.guest(104870160, "busy-04", 8, OperatingSystem.CENTOS, "u2LgVb9SkE7h", DAL13);
        fleet.guest(104870188, "core-05", 8, OperatingSystem.COREOS, "M6pDy3FwQa8z", FRA02);
        return List.copyOf(fleet.specs);
    }

    private void guest(long id, String name, int memory, OperatingSystem system, String password, Datacenter where) {
        add(new Spec(
                specs.size(),
                id,
                Kind.VIRTUAL_GUEST,
                name,
                "example.com",
                memory,
                system,
                recorded(system, password),
                where,
                List.of(),
                addresses.of(specs.size()),
                addresses.backend(specs.size()),
                PROVISIONED));
    }

    private void hardware(
            long id,
            String name,
            @Nullable OperatingSystem system,
            @Nullable String password,
            Datacenter where,
            List<String> tags) {
        add(new Spec(
                specs.size(),
                id,
                Kind.HARDWARE,
                name,
                "example.com",
                64,
                system,
                system == null || password == null ? null : recorded(system, password),
                where,
                tags,
                addresses.of(specs.size()),
                addresses.backend(specs.size()),
                PROVISIONED));
    }

    private static Credential recorded(OperatingSystem system, String password) {
        return new Credential(system.isWindows() ? "Administrator" : "root", password);
    }

    private void add(Spec spec) {
        specs.add(spec);
    }
}
