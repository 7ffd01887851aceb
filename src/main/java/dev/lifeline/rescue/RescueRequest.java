package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.PendingExit;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
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
    public static RescueRequest create(RequestId id, Plan plan, Instant confirmBy) {
        return new RescueRequest(id, plan, new AwaitingConfirmation(confirmBy), 1);
    }

    public Device device() {
        return plan.device();
    }

    /** The requester says Yes: on to whoever has to agree, or straight on. */
    public TransitionResult confirm(Requester by, Confirmation confirmation, ApproverSet approverSet, Instant now) {
        if (!(stage instanceof AwaitingConfirmation waiting)) return rejectAnsweredOrClosed();
        if (!by.slackUserId().equals(plan.requester().slackUserId()))
            return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        if (!plan.requester().hasSameAccountsAs(by))
            return new TransitionResult.Rejected(TransitionRejection.ACCOUNT_RELINKED);
        if (now.isAfter(waiting.confirmBy())) return new TransitionResult.Rejected(TransitionRejection.EXPIRED);
        if (!plan.requirements().confirmation().acceptsReason(confirmation.reason()))
            return new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED);
        RescueEvent yes = new RescueEvent.Confirmed(by.slackUserId(), confirmation.reason());
        if (plan.requirements().quorum() > 0)
            return transitionTo(
                    ApprovalTransitions.awaitApproval(plan, confirmation, approverSet, now),
                    yes,
                    new RescueEvent.ApprovalRequested(
                            approverSet.requested(), plan.requirements().quorum()));
        return transitionTo(
                new ReadyToLaunch(
                        confirmation,
                        approverSet,
                        now,
                        now.plus(plan.requirements().launchWindow()),
                        false),
                yes);
    }

    /** The requester says No, or takes it back while others are asked. */
    public TransitionResult cancel(Requester by, Instant now) {
        boolean open = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!open) return rejectAnsweredOrClosed();
        if (!by.slackUserId().equals(plan.requester().slackUserId()))
            return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        return transitionTo(
                new Closed(CloseReason.CANCELLED, "the requester said no", now),
                new RescueEvent.Cancelled(by.slackUserId()));
    }

    /** When something is to be done about it without anybody doing anything; empty while it is watched or over. */
    public Optional<Instant> due() {
        return Stream.concat(stage.due().stream(), review.flatMap(Review::due).stream())
                .min(Comparator.naturalOrder());
    }

    /** Its time has come, for a reminder or for good. */
    public TransitionResult handleDue(Instant now) {
        if (review.flatMap(Review::due).filter(isDue(now)).isPresent())
            return BreakGlassTransitions.reportReviewOverdue(this, review.orElseThrow());
        if (stage.due().filter(isDue(now)).isEmpty()) return rejectAnsweredOrClosed();
        if (stage instanceof AwaitingApproval waiting && now.isBefore(waiting.approveBy()))
            return ApprovalTransitions.remind(this, waiting);
        boolean waiting = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!waiting) return rejectAnsweredOrClosed();
        return transitionTo(new Closed(CloseReason.EXPIRED, "nobody answered in time", now), new RescueEvent.Expired());
    }

    private static Predicate<Instant> isDue(Instant now) {
        return due -> !now.isBefore(due);
    }

    /** Somebody says that they are logged in to the rescue kernel, where the bot itself cannot reach the device. */
    public TransitionResult reportLogin(Baseline seen, Instant now) {
        if (stage instanceof InRescue) return new TransitionResult.Rejected(TransitionRejection.ALREADY_ANSWERED);
        if (!(stage instanceof Stage.Booting booting)) return rejectAnsweredOrClosed();
        Stage in = new InRescue(now, Evidence.REPORTED_BY_PERSON, booting.baseline(), seen);
        return transitionTo(in, new RescueEvent.EnteredRescue(Evidence.REPORTED_BY_PERSON));
    }

    /** The same request, now that the user name to log in with is known. */
    public RescueRequest withLoginName(Optional<String> loginName) {
        if (!(stage instanceof InRescue in)) return this;
        return withStage(in.withLoginName(loginName));
    }

    /** Somebody ends the rescue: the order is written down and sent by the workflow. */
    public TransitionResult requestExit(Requester by, boolean hard, Instant now) {
        if (stage instanceof Stage.Exiting exiting && hard && exiting.overdueNotified())
            return transitionTo(
                    new InRescue(
                                    exiting.sentAt(),
                                    Evidence.REPORTED_BY_PROVIDER,
                                    exiting.baseline(),
                                    exiting.rescueBaseline())
                            .withPendingExit(Optional.of(new PendingExit(by, true, now, false))),
                    new RescueEvent.ExitRequested(by.slackUserId()));
        if (stage instanceof Stage.Exiting) return new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING);
        if (stage.isClosed()) return new TransitionResult.Rejected(TransitionRejection.CLOSED);
        if (!(stage instanceof InRescue in)) return new TransitionResult.Rejected(TransitionRejection.NOT_IN_RESCUE);
        if (in.pendingExit().isPresent()) return new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING);
        return transitionTo(
                in.withPendingExit(Optional.of(new PendingExit(by, hard, now, false))),
                new RescueEvent.ExitRequested(by.slackUserId()));
    }

    /** The device has been in rescue for long: its place is reminded of it, lest it be forgotten (promise P10). */
    public Optional<TransitionResult.Applied> remindStillInRescue(Duration after, Duration every, Instant now) {
        if (!(stage instanceof InRescue in) || in.pendingExit().isPresent()) return Optional.empty();
        Instant next = in.remindedAt()
                .map(last -> last.plus(every))
                .orElse(in.enteredAt().plus(after));
        if (now.isBefore(next)) return Optional.empty();
        return Optional.of(transitionTo(
                in.withRemindedAt(now), new RescueEvent.StillInRescue(Duration.between(in.enteredAt(), now))));
    }

    /** The same request, at the same version, of which more is known. */
    RescueRequest withStage(Stage better) {
        return new RescueRequest(id, plan, better, version, review);
    }

    /** Closes it, whatever stage it is in. */
    public TransitionResult.Applied close(CloseReason closeReason, String because, Instant now, RescueEvent happened) {
        return transitionTo(new Closed(closeReason, because, now), happened);
    }

    /** The next stage, and what happened unless the thread knows already. */
    TransitionResult.Applied transitionToUnlessNotified(Stage next, boolean said, RescueEvent happened) {
        return said ? transitionTo(next) : transitionTo(next, happened);
    }

    /** The next stage, and what happened. */
    public TransitionResult.Applied transitionTo(Stage next, RescueEvent... happened) {
        return new TransitionResult.Applied(new RescueRequest(id, plan, next, version + 1, review), List.of(happened));
    }

    RescueRequest withReview(Review now) {
        return new RescueRequest(id, plan, stage, version, Optional.of(now));
    }

    TransitionResult rejectAnsweredOrClosed() {
        return new TransitionResult.Rejected(
                stage.isClosed() ? TransitionRejection.CLOSED : TransitionRejection.ALREADY_ANSWERED);
    }
}
