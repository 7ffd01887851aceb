package dev.lifeline.testkit;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Addresses;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.Power;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Approvers;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The people and machines that every test speaks of. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public static final SlackUserId ASHA = new SlackUserId("U0ASHA");
    public static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    public static final CloudUserId ASHA_IN_THE_CLOUD = new CloudUserId(101);
    public static final CloudUserId BRUNO_IN_THE_CLOUD = new CloudUserId(102);

    public static final Requester ASHA_ASKS = new Requester(ASHA, ASHA_IN_THE_CLOUD, "9001_asha@example.com");
    public static final Requester BRUNO_ASKS = new Requester(BRUNO, BRUNO_IN_THE_CLOUD, "9001_bruno@example.com");

    public static final DeviceId WEB_07_ID = DeviceId.virtualGuest(7007);
    public static final Device WEB_07 = guest(7007, "web-07", Family.LINUX, 8192);
    public static final Device DB_01 =
            new Device.Hardware(facts(DeviceId.hardware(1001), "db-01", Family.LINUX), false);

    public static final Place INCIDENT_42 = new Place("C0INCIDENT42");

    private Fixtures() {}

    public static Device guest(long id, String name, Family family, int memory) {
        return new Device.VirtualGuest(facts(DeviceId.virtualGuest(id), name, family), memory, false, false);
    }

    public static Device metal(Family family) {
        return new Device.Hardware(facts(DeviceId.hardware(1002), "metal-02", family), false);
    }

    private static Device.Facts facts(DeviceId id, String name, Family family) {
        return new Device.Facts(
                id,
                new DeviceName(name, "example.com"),
                new Addresses(Optional.of("127.0.7.7"), Optional.of("10.0.7.7")),
                new OperatingSystem(family, "Ubuntu 22.04-64"),
                "dal13",
                Set.of());
    }

    public static Condition running() {
        return new Condition(
                Power.ON, Optional.empty(), Optional.of(transaction(500)), OptionalLong.empty(), Optional.empty());
    }

    public static Transaction transaction(long id) {
        return new Transaction(
                id, "RESCUE_BOOT", "Rescue kernel is booting", NOON, Optional.of(Duration.ofMinutes(10)));
    }

    /** A provider's answer with a transaction that runs. */
    public static Condition busyWith(Transaction transaction, Power power) {
        return new Condition(
                power, Optional.of(transaction), Optional.of(transaction), OptionalLong.empty(), Optional.empty());
    }

    public static Inspection inspection(Device device) {
        return new Inspection(device, running(), true, false, true, true);
    }

    public static Plan plan(Device device) {
        return plan(device, Clearance.NONE_NEEDED);
    }

    public static Plan plan(Device device, Clearance clearance) {
        return new Plan(inspection(device), ASHA_ASKS, INCIDENT_42, Optional.empty(), NOON, clearance);
    }

    /** So many others must agree, whoever they are. */
    public static Clearance approvals(int quorum) {
        Agreement agreement = new Agreement(
                quorum, Approvers.WHO_MAY_LAUNCH, Duration.ofMinutes(15), Optional.empty(), Optional.empty());
        return new Clearance("production", "v1", agreement, Clearance.Terms.NONE, Duration.ofMinutes(10));
    }

    public static RescueRequest opened() {
        return opened(Clearance.NONE_NEEDED);
    }

    public static RescueRequest opened(Clearance clearance) {
        return RescueRequest.opened(
                new RequestId("request00007"), plan(WEB_07, clearance), NOON.plus(Duration.ofMinutes(10)));
    }

    public static Person member(SlackUserId id, String email) {
        return new Person(id, "Asha", Optional.of(email), Locale.ENGLISH, Person.Guise.MEMBER);
    }

    /** On call: everything that a rescue needs, on all devices. */
    public static CloudUser onCall(CloudUserId id) {
        return new CloudUser(
                id,
                "9001_user" + id,
                Optional.of("asha@example.com"),
                CloudUser.Status.ACTIVE,
                false,
                EnumSet.of(
                        Permission.SERVER_RELOAD,
                        Permission.REMOTE_MANAGEMENT,
                        Permission.VIRTUAL_GUEST_VIEW,
                        Permission.HARDWARE_VIEW),
                new DeviceAccess(true, true, Set.of()),
                Optional.empty());
    }
}
