package dev.lifeline.rescue;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.device.Device;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Leave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has become of one wish to rescue one device? Its plan never changes; its stage moves, one version at a time.
 *
 * @param version 1 when it opens; what is saved must be one higher than what was read
 */
public record RescueRequest(RequestId id, Plan plan, Stage stage, long version) {

    /** A new request, waiting for its requester to say that this is the machine. */
    public static RescueRequest opened(RequestId id, Plan plan, Instant confirmBy) {
        return new RescueRequest(id, plan, new AwaitingConfirmation(confirmBy), 1);
    }

    public Device device() {
        return plan.device();
    }

    /** The requester says Yes: on to whoever has to agree, or straight on. */
    public Move confirm(Requester by, RescueSystem system, Clearance clearance, Instant now) {
        if (!(stage instanceof AwaitingConfirmation waiting)) return answeredOrOver();
        if (!by.person().equals(plan.requester().person())) return new Move.Stayed(Stay.NOT_YOURS);
        if (now.isAfter(waiting.until())) return new Move.Stayed(Stay.TOO_LATE);
        Stage next = clearance.quorum() == 0
                ? new Cleared(system, now, now.plus(clearance.startWithin()), false)
                : new AwaitingApproval(clearance.quorum(), List.of(), system, now.plus(clearance.approveWithin()));
        return to(next, new Happening.Confirmed(by.person()));
    }

    /** The requester says No, or takes it back while others are asked. */
    public Move cancel(Requester by, Instant now) {
        boolean open = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!open) return answeredOrOver();
        if (!by.person().equals(plan.requester().person())) return new Move.Stayed(Stay.NOT_YOURS);
        return to(new Closed(Ending.CANCELLED, "the requester said no", now), new Happening.Cancelled(by.person()));
    }

    /** Somebody else agrees. Votes are counted by cloud user, so two Slack accounts of one user are one vote (promise P5). */
    public Move approve(Requester by, Clearance clearance, Instant now) {
        if (!(stage instanceof AwaitingApproval waiting)) return answeredOrOver();
        Optional<Stay> objection = cannotVote(by, waiting, now);
        if (objection.isPresent()) return new Move.Stayed(objection.get());
        List<CloudUserId> votes = new ArrayList<>(waiting.votes());
        votes.add(by.user());
        Stage next = votes.size() < waiting.quorum()
                ? new AwaitingApproval(waiting.quorum(), votes, waiting.system(), waiting.approveBy())
                : new Cleared(waiting.system(), now, now.plus(clearance.startWithin()), false);
        return to(next, new Happening.Approved(by.person(), votes.size(), waiting.quorum()));
    }

    /** Somebody who was asked does not agree: one No is enough. */
    public Move deny(Requester by, Instant now) {
        if (!(stage instanceof AwaitingApproval waiting)) return answeredOrOver();
        Optional<Stay> objection = cannotVote(by, waiting, now);
        if (objection.isPresent()) return new Move.Stayed(objection.get());
        return to(new Closed(Ending.DENIED, by.username() + " denied it", now), new Happening.Denied(by.person()));
    }

    private Optional<Stay> cannotVote(Requester by, AwaitingApproval waiting, Instant now) {
        Requester asker = plan.requester();
        if (by.person().equals(asker.person()) || by.user().equals(asker.user())) return Optional.of(Stay.OWN_REQUEST);
        if (waiting.votes().contains(by.user())) return Optional.of(Stay.VOTED_ALREADY);
        return now.isAfter(waiting.approveBy()) ? Optional.of(Stay.TOO_LATE) : Optional.empty();
    }

    /** Its time is over and nobody answered. */
    public Move expire(Instant now) {
        boolean late = stage.due().filter(due -> !now.isBefore(due)).isPresent();
        boolean waiting = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!waiting || !late) return answeredOrOver();
        return to(new Closed(Ending.EXPIRED, "nobody answered in time", now), new Happening.Expired());
    }

    /** Somebody says that they are logged in to the rescue kernel, where the bot itself cannot reach the device. */
    public Move loggedIn(Baseline seen, Instant now) {
        if (stage instanceof InRescue) return new Move.Stayed(Stay.ALREADY_ANSWERED);
        if (!(stage instanceof Stage.Booting booting)) return answeredOrOver();
        Stage in = new InRescue(
                now, Evidence.A_PERSONS_WORD, booting.baseline(), seen, Optional.empty(), Optional.empty());
        return to(in, new Happening.IsInRescue(Evidence.A_PERSONS_WORD));
    }

    /** The same request, now that the user name to log in with is known. */
    public RescueRequest knowing(Optional<String> loginName) {
        if (!(stage instanceof InRescue in)) return this;
        Stage named = new InRescue(in.since(), in.evidence(), in.baseline(), in.inRescue(), loginName, in.leave());
        return new RescueRequest(id, plan, named, version);
    }

    /** Somebody ends the rescue: the order is written down and sent by the workflow. */
    public Move leave(Requester by, boolean hard, Instant now) {
        if (stage instanceof Stage.Returning returning && hard && returning.overdueSaid())
            return to(
                    new InRescue(
                            returning.sentAt(),
                            Evidence.THE_PROVIDERS_WORD,
                            returning.baseline(),
                            returning.inRescue(),
                            Optional.empty(),
                            Optional.of(new Leave(by, true, now, false))),
                    new Happening.LeaveOrdered(by.person()));
        if (stage instanceof Stage.Returning) return new Move.Stayed(Stay.ALREADY_LEAVING);
        if (stage.isClosed()) return new Move.Stayed(Stay.CLOSED);
        if (!(stage instanceof InRescue in)) return new Move.Stayed(Stay.NOT_IN_RESCUE);
        if (in.leave().isPresent()) return new Move.Stayed(Stay.ALREADY_LEAVING);
        return to(withLeave(in, Optional.of(new Leave(by, hard, now, false))), new Happening.LeaveOrdered(by.person()));
    }

    static InRescue withLeave(InRescue in, Optional<Leave> leave) {
        return new InRescue(in.since(), in.evidence(), in.baseline(), in.inRescue(), in.loginName(), leave);
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
        return new Move.Moved(new RescueRequest(id, plan, next, version + 1), List.of(happened));
    }

    private Move answeredOrOver() {
        return new Move.Stayed(stage.isClosed() ? Stay.CLOSED : Stay.ALREADY_ANSWERED);
    }
}
