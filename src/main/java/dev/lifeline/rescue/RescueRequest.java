package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Leave;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What has become of one wish to rescue one device? Its plan never changes; its stage moves, one version at a time.
 *
 * @param version 1 when it opens; what is saved must be one higher than what was read
 * @param review whether it was right to go ahead without the others; empty unless that was done
 */
public record RescueRequest(RequestId id, Plan plan, Stage stage, long version, Optional<Review> review) {

    /** One that nobody has to review. */
    public RescueRequest(RequestId id, Plan plan, Stage stage, long version) {
        this(id, plan, stage, version, Optional.empty());
    }

    /** A new request, waiting for its requester to say that this is the machine. */
    public static RescueRequest opened(RequestId id, Plan plan, Instant confirmBy) {
        return new RescueRequest(id, plan, new AwaitingConfirmation(confirmBy), 1);
    }

    public Device device() {
        return plan.device();
    }

    /** The requester says Yes: on to whoever has to agree, or straight on. */
    public Move confirm(Requester by, Confirmation confirmation, Electorate electorate, Instant now) {
        if (!(stage instanceof AwaitingConfirmation waiting)) return answeredOrOver();
        if (!by.person().equals(plan.requester().person())) return new Move.Stayed(Stay.NOT_YOURS);
        if (!plan.requester().isStill(by)) return new Move.Stayed(Stay.RELINKED);
        if (now.isAfter(waiting.until())) return new Move.Stayed(Stay.TOO_LATE);
        if (!plan.clearance().terms().takes(confirmation.reason())) return new Move.Stayed(Stay.REASON_MISSING);
        Happening yes = new Happening.Confirmed(by.person(), confirmation.reason());
        if (plan.clearance().quorum() > 0)
            return to(
                    Voting.opened(plan, confirmation, electorate, now),
                    yes,
                    new Happening.ApprovalAsked(
                            electorate.asked(), plan.clearance().quorum()));
        return to(
                new Cleared(
                        confirmation, electorate, now, now.plus(plan.clearance().startWithin()), false),
                yes);
    }

    /** The requester says No, or takes it back while others are asked. */
    public Move cancel(Requester by, Instant now) {
        boolean open = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!open) return answeredOrOver();
        if (!by.person().equals(plan.requester().person())) return new Move.Stayed(Stay.NOT_YOURS);
        return to(new Closed(Ending.CANCELLED, "the requester said no", now), new Happening.Cancelled(by.person()));
    }

    /** When something is to be done about it without anybody doing anything; empty while it is watched or over. */
    public Optional<Instant> due() {
        return Stream.concat(stage.due().stream(), review.flatMap(Review::due).stream())
                .min(Comparator.naturalOrder());
    }

    /** Its time has come, for a reminder or for good. */
    public Move expire(Instant now) {
        if (review.flatMap(Review::due).filter(isDue(now)).isPresent())
            return EmergencyGlass.overdue(this, review.orElseThrow());
        if (stage.due().filter(isDue(now)).isEmpty()) return answeredOrOver();
        if (stage instanceof AwaitingApproval waiting && now.isBefore(waiting.approveBy()))
            return Voting.remind(this, waiting);
        boolean waiting = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!waiting) return answeredOrOver();
        return to(new Closed(Ending.EXPIRED, "nobody answered in time", now), new Happening.Expired());
    }

    private static Predicate<Instant> isDue(Instant now) {
        return due -> !now.isBefore(due);
    }

    /** Somebody says that they are logged in to the rescue kernel, where the bot itself cannot reach the device. */
    public Move loggedIn(Baseline seen, Instant now) {
        if (stage instanceof InRescue) return new Move.Stayed(Stay.ALREADY_ANSWERED);
        if (!(stage instanceof Stage.Booting booting)) return answeredOrOver();
        Stage in = new InRescue(now, Evidence.A_PERSONS_WORD, booting.baseline(), seen);
        return to(in, new Happening.IsInRescue(Evidence.A_PERSONS_WORD));
    }

    /** The same request, now that the user name to log in with is known. */
    public RescueRequest knowing(Optional<String> loginName) {
        if (!(stage instanceof InRescue in)) return this;
        return known(in.knowing(loginName));
    }

    /** Somebody ends the rescue: the order is written down and sent by the workflow. */
    public Move leave(Requester by, boolean hard, Instant now) {
        if (stage instanceof Stage.Returning returning && hard && returning.overdueSaid())
            return to(
                    new InRescue(
                                    returning.sentAt(),
                                    Evidence.THE_PROVIDERS_WORD,
                                    returning.baseline(),
                                    returning.inRescue())
                            .leaving(Optional.of(new Leave(by, true, now, false))),
                    new Happening.LeaveOrdered(by.person()));
        if (stage instanceof Stage.Returning) return new Move.Stayed(Stay.ALREADY_LEAVING);
        if (stage.isClosed()) return new Move.Stayed(Stay.CLOSED);
        if (!(stage instanceof InRescue in)) return new Move.Stayed(Stay.NOT_IN_RESCUE);
        if (in.leave().isPresent()) return new Move.Stayed(Stay.ALREADY_LEAVING);
        return to(in.leaving(Optional.of(new Leave(by, hard, now, false))), new Happening.LeaveOrdered(by.person()));
    }

    /** The device has been in rescue for long: its place is reminded of it, lest it be forgotten (promise P10). */
    public Optional<Move.Moved> lingering(Duration after, Duration every, Instant now) {
        if (!(stage instanceof InRescue in) || in.leave().isPresent()) return Optional.empty();
        Instant next =
                in.remindedAt().map(last -> last.plus(every)).orElse(in.since().plus(after));
        if (now.isBefore(next)) return Optional.empty();
        return Optional.of(to(in.reminded(now), new Happening.Lingers(Duration.between(in.since(), now))));
    }

    /** The same request, at the same version, of which more is known. */
    RescueRequest known(Stage better) {
        return new RescueRequest(id, plan, better, version, review);
    }

    /** Closes it, whatever stage it is in. */
    public Move.Moved close(Ending ending, String because, Instant now, Happening happened) {
        return to(new Closed(ending, because, now), happened);
    }

    /** The next stage, and what happened unless the thread knows already. */
    Move.Moved toUnlessSaid(Stage next, boolean said, Happening happened) {
        return said ? to(next) : to(next, happened);
    }

    /** The next stage, and what happened. */
    Move.Moved to(Stage next, Happening... happened) {
        return new Move.Moved(new RescueRequest(id, plan, next, version + 1, review), List.of(happened));
    }

    RescueRequest reviewed(Review now) {
        return new RescueRequest(id, plan, stage, version, Optional.of(now));
    }

    Move answeredOrOver() {
        return new Move.Stayed(stage.isClosed() ? Stay.CLOSED : Stay.ALREADY_ANSWERED);
    }
}
