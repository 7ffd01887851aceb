package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.approval.Ruling;
import dev.lifeline.approval.Wish;
import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Obstacle;
import dev.lifeline.device.Preflight;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue DEVICE}: opens a request and shows its card. Nothing reaches the device before the requester says Yes. */
final class AskForRescue {

    /** How long the requester has to say Yes. */
    private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(10);

    private final Desk desk;
    private final Finding finding;

    AskForRescue(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, String typed) {
        Found found = finding.one(caller, typed);
        if (found instanceof Found.Otherwise otherwise) return desk.refuse(caller, "request", "", otherwise.answer());
        Device device = ((Found.One) found).device();
        List<Objection> objections = desk.access()
                .may(caller.person().id(), Deed.LAUNCH, device.id())
                .objections();
        return objections.isEmpty()
                ? inspected(caller, typed, device)
                : desk.refuse(caller, "request", device.id().toString(), objections);
    }

    private Decision inspected(Caller caller, String typed, Device device) {
        Optional<RescueRequest> open = desk.requests().openFor(device.id());
        if (open.isPresent() && !open.get().id().equals(id(caller))) return joined(caller, open.get());
        Optional<Inspection> seen = desk.devices().inspect(device.id());
        if (seen.isEmpty()) return desk.reply(caller, caller.voice().answers().unknownDevice(typed));
        Optional<Obstacle> obstacle = Preflight.obstacle(seen.get())
                .or(() -> desk.kernel().obstacle(seen.get().device()));
        return obstacle.map(stands -> hindered(caller, seen.get().device(), stands))
                .orElseGet(() -> ruled(caller, seen.get()));
    }

    private Decision joined(Caller caller, RescueRequest open) {
        Decision recorded = () -> desk.chronicle().joined(open, caller.author());
        return recorded.and(desk.reply(caller, caller.voice().answers().joined(open)));
    }

    private Decision hindered(Caller caller, Device device, Obstacle obstacle) {
        Message answer = caller.voice().reasons().refusing(obstacle, device);
        return desk.refuse(caller, "request", device.id().toString(), answer);
    }

    /** The policy is asked once, and what it says is part of the plan from here on. */
    private Decision ruled(Caller caller, Inspection seen) {
        Wish wish = new Wish(seen.device(), caller.ask().place(), desk.clock().instant());
        Ruling ruling = desk.policy().ruling(wish);
        if (ruling instanceof Ruling.Denied denied)
            return refuse(
                    caller,
                    seen.device(),
                    Map.of("because", denied.because(), "rule", denied.rule(), "policy", denied.version()),
                    caller.voice().reasons().policyDenies(denied.rule(), denied.because()));
        Clearance clearance = ((Ruling.Asks) ruling).clearance();
        Electorate electorate = desk.electing().electorate(clearance.agreement(), caller.requester());
        if (!desk.electing().enough(clearance.agreement(), electorate))
            return refuse(
                    caller,
                    seen.device(),
                    Map.of("because", "nobody-to-ask", "rule", clearance.rule(), "policy", clearance.version()),
                    caller.voice().reasons().policyHasNobody(clearance.rule(), clearance.quorum()));
        return open(caller, seen, clearance);
    }

    private Decision refuse(Caller caller, Device device, Map<String, String> facts, Message answer) {
        return desk.refuse(caller, "request", device.id().toString(), facts, answer);
    }

    private Decision open(Caller caller, Inspection seen, Clearance clearance) {
        Instant now = desk.clock().instant();
        Plan plan = new Plan(
                seen, caller.requester(), caller.ask().place(), caller.ask().replyAddress(), now, clearance);
        RescueRequest request = RescueRequest.opened(id(caller), plan, now.plus(CONFIRM_WITHIN));
        return () -> {
            RescueRequest open = desk.chronicle().open(request, caller.author());
            if (!open.id().equals(request.id()))
                desk.reply(caller, caller.voice().answers().joined(open)).write();
        };
    }

    /** Derived from the delivery: the same delivery thought about twice is the same request. */
    private static RequestId id(Caller caller) {
        return new RequestId(caller.ask().id());
    }
}
