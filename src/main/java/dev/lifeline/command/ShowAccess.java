package dev.lifeline.command;

import dev.lifeline.access.Change;
import dev.lifeline.access.ChangeRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Offer;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Verdict;
import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.message.AccessPanel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /rescue access [@person] [DEVICE]}: what somebody has and lacks, with a button for each change that the caller could make.
 * Everybody may ask about themselves; about others only who manages users.
 */
final class ShowAccess {

    /** How long the buttons hold. */
    private static final Duration OFFERED_FOR = Duration.ofMinutes(10);

    private final Desk desk;
    private final Finding finding;

    ShowAccess(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, RescueCommand.Access wanted) {
        SlackUserId person = wanted.person().orElse(caller.person().id());
        boolean own = person.equals(caller.person().id());
        List<Objection> objections = own ? List.of() : ChangeRules.manages(caller.user());
        if (!objections.isEmpty()) return desk.refuse(caller, "access", "", objections);
        Verdict identity = own
                ? new Verdict.Allowed(caller.person(), caller.user())
                : desk.access().identify(person);
        Optional<CloudUser> user = identity.allowed();
        return user.map(known -> about(caller, person, known, wanted.device()))
                .orElseGet(() -> desk.reply(
                        caller,
                        caller.voice()
                                .access()
                                .notKnown(person, identity.refusal().orElseThrow())));
    }

    private Decision about(Caller caller, SlackUserId person, CloudUser user, String typed) {
        if (typed.isEmpty()) return panel(caller, person, user, Optional.empty());
        Found found = finding.one(caller, typed);
        return found instanceof Found.One one
                ? panel(caller, person, user, Optional.of(one.device()))
                : desk.reply(caller, ((Found.Otherwise) found).answer());
    }

    private Decision panel(Caller caller, SlackUserId person, CloudUser user, Optional<Device> device) {
        boolean own = user.id().equals(caller.user().id());
        List<Offer> offers = new ArrayList<>();
        Set<Objection> against = new LinkedHashSet<>();
        for (Right right : own ? List.<Right>of() : rights(device)) {
            Change change = Change.turning(user, right);
            List<Objection> objections = desk.accounts().check().expected(caller.user(), user, change);
            if (objections.isEmpty()) offers.add(offer(caller, person, change, offers.size()));
            against.addAll(objections);
        }
        AccessPanel panel = new AccessPanel(person, user, device, offers, List.copyOf(against));
        Decision written = () -> offers.forEach(desk.accounts().offers()::put);
        return written.and(desk.reply(caller, caller.voice().access().panel(panel)));
    }

    private static List<Right> rights(Optional<Device> device) {
        List<Right> rights = new ArrayList<>();
        for (Permission permission : Right.GIVEN_FROM_HERE) rights.add(new Right.ToDo(permission));
        device.ifPresent(
                one -> rights.add(new Right.ToReach(one.id(), one.name().full())));
        return rights;
    }

    /** Derived from the delivery: the same delivery thought about twice offers the same. */
    private Offer offer(Caller caller, SlackUserId about, Change change, int number) {
        OfferId id = new OfferId(caller.ask().id() + "." + number);
        return new Offer(
                id, caller.person().id(), about, change, desk.clock().instant().plus(OFFERED_FOR));
    }
}
