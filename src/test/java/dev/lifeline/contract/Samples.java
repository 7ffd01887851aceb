package dev.lifeline.contract;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Ask;
import dev.lifeline.device.Addresses;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Ending;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** People, devices and moments that the contracts are told with. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Place INCIDENT = new Place("C0INCIDENT42");
    public static final Requester ASHA =
            new Requester(new SlackUserId("U0ASHA"), new CloudUserId(1001), "asha@example.com");
    public static final Link LINK = new Link(
            ASHA.person(),
            ASHA.user(),
            Optional.of("asha@example.com"),
            new Link.Made(Link.Basis.BY_EMAIL, ASHA.person(), NOON));
    public static final Device WEB_07 = guest(7, "web-07");
    public static final Device WEB_08 = guest(8, "web-08");

    private Samples() {}

    public static Device guest(long id, String name) {
        Device.Facts facts = new Device.Facts(
                DeviceId.virtualGuest(id),
                new DeviceName(name, "example.com"),
                new Addresses(Optional.of("203.0.113.7"), Optional.empty()),
                new OperatingSystem(OperatingSystem.Family.LINUX, "Ubuntu 22.04-64"),
                "dal13",
                Set.of("prod"));
        return new Device.VirtualGuest(facts, 8192, false, false);
    }

    /** A request that waits for its requester's Yes. */
    public static RescueRequest asked(String id, Device device) {
        Plan plan = new Plan(
                new Inspection(device, Condition.UNTOLD, true, false, true, true),
                ASHA,
                INCIDENT,
                Optional.empty(),
                NOON,
                Clearance.NONE_NEEDED);
        return RescueRequest.opened(new RequestId(id), plan, NOON.plus(Duration.ofMinutes(5)));
    }

    /** The same after the requester's Yes, long ago: due at once, whatever the clock says. */
    public static RescueRequest confirmed(RescueRequest request) {
        return request.confirm(ASHA, Confirmation.of(RescueSystem.AS_INSTALLED), Electorate.UNNAMED, Instant.EPOCH)
                .moved()
                .orElseThrow()
                .next();
    }

    /** The same after the order to launch was written down. */
    public static RescueRequest launching(RescueRequest request, Instant at) {
        Baseline before = new Baseline(Condition.UNTOLD, Optional.empty(), false);
        Stage stage = new Stage.Launching(RescueSystem.AS_INSTALLED, at, before, false, false);
        return new RescueRequest(request.id(), request.plan(), stage, request.version() + 1);
    }

    public static RescueRequest closed(RescueRequest request) {
        return request.close(Ending.CANCELLED, "it was a sample", NOON, new Happening.Cancelled(ASHA.person()))
                .next();
    }

    public static Ask typed(String id) {
        return new Ask(id, ASHA.person(), INCIDENT, new Ask.What.Typed("web-07"), Optional.of("https://reply"), NOON);
    }

    public static Message saying(String words) {
        return Message.saying(Line.words(words));
    }
}
