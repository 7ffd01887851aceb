package dev.lifeline.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Transaction;
import dev.lifeline.device.TransactionKind;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One request to rescue one device. Its plan changes by drift only; its stage changes by transitions, one version each.
 *
 * <p>Immutable; the transition methods are pure and return the next request, to be saved by the caller.
 *
 * @param version 1 when it opens; what is saved has to be one higher than what was read
 * @param review review of a break-glass; empty unless it was used
 * @param watch what the polls of this stage amount to; {@link Watch#NONE} when the stage is entered
 * @param phaseTimes how long its phases take; empty in rows of earlier releases
 * @param takenOverBy who answers for the device in the requester's place; empty while the requester does
 */
public record RescueRequest(
        RequestId id,
        Plan plan,
        Stage stage,
        long version,
        Optional<Review> review,
        Watch watch,
        Optional<PhaseTimes> phaseTimes,
        Optional<Requester> takenOverBy) {

    private static final String CANCELLED_DETAIL = "the requester notified no";

    /** After what was told of a stage reached nobody: a channel is opened again, a person comes back. */
    private static final Duration RETELL_AFTER = Duration.ofMinutes(15);

    public RescueRequest {
        if (version < 1) throw new IllegalArgumentException("a version is 1 or more: " + version);
    }

    /** A request that was not polled in this stage. */
    public RescueRequest(RequestId id, Plan plan, Stage stage, long version, Optional<Review> review) {
        this(id, plan, stage, version, review, Watch.NONE, Optional.empty(), Optional.empty());
    }

    /** A request without a review. */
    public RescueRequest(RequestId id, Plan plan, Stage stage, long version) {
        this(id, plan, stage, version, Optional.empty());
    }

    /** A new request, awaiting its requester's confirmation. */
    public static RescueRequest create(RequestId id, Plan plan, Instant confirmBy) {
        return new RescueRequest(id, plan, new AwaitingConfirmation(confirmBy, Optional.empty()), 1);
    }

    public Device device() {
        return plan.device();
    }

    /** Whether it is a drill: its device is simulated, and it counts nowhere as a rescue. */
    public boolean isDrill() {
        return device().id().isSimulated();
    }

    /** Who is reminded and answers for the device: whoever took it over, else the requester. */
    public Requester responsible() {
        return takenOverBy.orElse(plan.requester());
    }

    RescueRequest withTakenOverBy(Requester person) {
        return new RescueRequest(id, plan, stage, version, review, watch, phaseTimes, Optional.of(person));
    }

    /** The requester confirms: approval is awaited where it is required, else the request is ready to launch. */
    public TransitionResult confirm(Requester by, Confirmation confirmation, ApproverSet approverSet, Instant now) {
        if (!(stage instanceof AwaitingConfirmation waiting)) return rejectAnsweredOrClosed();
        if (!by.slackUserId().equals(plan.requester().slackUserId()))
            return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        if (!plan.requester().hasSameAccountsAs(by))
            return new TransitionResult.Rejected(TransitionRejection.ACCOUNT_RELINKED);
        if (now.isAfter(waiting.confirmBy())) return new TransitionResult.Rejected(TransitionRejection.EXPIRED);
        if (!plan.requirements().confirmation().acceptsReason(confirmation.reason()))
            return new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED);
        RescueEvent confirmed = new RescueEvent.Confirmed(by.slackUserId(), confirmation.reason());
        RescueRequest stated = withReason(confirmation.reason());
        if (plan.requirements().quorum() > 0)
            return stated.transitionTo(
                    ApprovalTransitions.awaitApproval(plan, confirmation, approverSet, now),
                    confirmed,
                    new RescueEvent.ApprovalRequested(
                            approverSet.requested(), plan.requirements().quorum()));
        return stated.transitionTo(
                new ReadyToLaunch(
                        confirmation,
                        approverSet,
                        now,
                        now.plus(plan.requirements().launchWindow()),
                        false),
                confirmed);
    }

    /**
     * The requester cancels as long as it is not known that a launch command was sent. Whether this or the claim comes first is decided by
     * the version; after the claim, the command is not sent where it did not leave yet. In rescue, it takes back an exit that waits.
     */
    public TransitionResult cancel(Requester by, Instant now) {
        if (stage instanceof InRescue) return ExitTransitions.takeBack(this, by);
        if (!stage.isBeforeLaunch() && !(stage instanceof Launching)) return rejectAnsweredOrClosed();
        if (!by.slackUserId().equals(plan.requester().slackUserId()))
            return new TransitionResult.Rejected(TransitionRejection.NOT_REQUESTER);
        RescueEvent cancelled = new RescueEvent.Cancelled(by.slackUserId());
        if (stage.isBeforeLaunch())
            return LaunchTransitions.giveUp(this, CloseReason.CANCELLED, CANCELLED_DETAIL, cancelled, now);
        return LaunchTransitions.takeBackClaimed(
                        this, new Withdrawal(CloseReason.CANCELLED, CANCELLED_DETAIL, cancelled, false))
                .<TransitionResult>map(Function.identity())
                .orElseGet(this::rejectAnsweredOrClosed);
    }

    /** When the request has to be handled by time alone; empty while only observations matter, or it is closed. */
    public Optional<Instant> due() {
        return Stream.concat(stage.due().stream(), review.flatMap(Review::due).stream())
                .min(Comparator.naturalOrder());
    }

    /** Handles a due time: reports an overdue review, reminds approvers, or expires. Rejected when nothing is due. */
    public TransitionResult handleDue(Instant now) {
        if (review.flatMap(Review::due).filter(isDue(now)).isPresent())
            return BreakGlassTransitions.reportReviewOverdue(this, review.orElseThrow());
        if (stage.due().filter(isDue(now)).isEmpty()) return rejectAnsweredOrClosed();
        if (stage instanceof AwaitingApproval waiting && now.isBefore(waiting.approveBy()))
            return ApprovalTransitions.remind(this, waiting);
        if (stage instanceof AwaitingConfirmation asked && now.isBefore(asked.confirmBy()))
            return rejectAnsweredOrClosed();
        boolean waiting = stage instanceof AwaitingConfirmation || stage instanceof AwaitingApproval;
        if (!waiting) return rejectAnsweredOrClosed();
        return LaunchTransitions.giveUp(
                this, CloseReason.EXPIRED, "nobody answered in time", new RescueEvent.Expired(), now);
    }

    private static Predicate<Instant> isDue(Instant now) {
        return due -> !now.isBefore(due);
    }

    /**
     * A user reports that the rescue kernel is up, for devices that the bot cannot probe, and for stages that do not go on by themselves.
     *
     * @param seen the device at that moment
     */
    public TransitionResult reportLogin(Baseline seen, Instant now) {
        Optional<Baseline> before = baselineOfAwaited();
        if (before.isEmpty()) return rejectAnsweredOrClosed();
        Stage in = new InRescue(now, Evidence.REPORTED_BY_PERSON, before.get(), seen);
        return transitionTo(in, new RescueEvent.EnteredRescue(Evidence.REPORTED_BY_PERSON));
    }

    /** The device before the launch, in the stages that await the rescue kernel or the installed system. */
    private Optional<Baseline> baselineOfAwaited() {
        if (stage instanceof Stage.Launching launching) return Optional.of(launching.baseline());
        if (stage instanceof Stage.Booting booting) return Optional.of(booting.baseline());
        return stage instanceof Stage.Exiting exiting ? Optional.of(exiting.baseline()) : Optional.empty();
    }

    /** The same request at the same version, with the user name to log in with. */
    public RescueRequest withLoginName(Optional<String> loginName) {
        if (!(stage instanceof InRescue in)) return this;
        return withStage(in.withLoginName(loginName));
    }

    /**
     * A user requests the exit; the workflow sends the command. While an exit is overdue and the provider does not report a healthy
     * device, a power cycle may be requested.
     *
     * @param hard power-cycle instead of asking the running system to shut down
     */
    public TransitionResult requestExit(Requester by, boolean hard, Instant now) {
        if (stage instanceof Stage.Exiting exiting && hard && exiting.powerCycleOffered())
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

    /**
     * Reminds the channel of a request that depends on its device for long, in whatever stage (promise P10); empty when that is not due.
     *
     * Where what was told of the stage reached nobody, it is told again after 15 minutes.
     *
     * @param after from entering rescue to the first reminder
     * @param every from one reminder to the next, and from the start of any other stage to its first reminder
     */
    public Optional<TransitionResult.Applied> remind(Duration after, Duration every, Instant now) {
        if (!stage.isPolled()) return Optional.empty();
        if (stage instanceof InRescue in && in.pendingExit().isEmpty())
            return isReminderDue(in.enteredAt().plus(after), every, now)
                    ? Optional.of(withWatch(watch.withRemindedAt(now))
                            .transitionTo(stage, new RescueEvent.StillInRescue(Duration.between(in.enteredAt(), now))))
                    : Optional.empty();
        boolean exitUnderWay = stage instanceof InRescue in
                && in.pendingExit().filter(exit -> !exit.postponedNotified()).isPresent();
        if (exitUnderWay) return Optional.empty();
        Instant since = stage.startedAt().orElse(now);
        return isReminderDue(since.plus(every), every, now)
                ? Optional.of(withWatch(watch.withRemindedAt(now))
                        .transitionTo(stage, new RescueEvent.StillOpen(Duration.between(since, now))))
                : Optional.empty();
    }

    /** A reminder that was sent in the future, by a clock that was put back since, is sent again. */
    private boolean isReminderDue(Instant first, Duration every, Instant now) {
        if (watch.remindedAt().filter(now::isBefore).isPresent() || isRetellDue(now)) return true;
        return !now.isBefore(watch.remindedAt().map(last -> last.plus(every)).orElse(first));
    }

    private boolean isRetellDue(Instant now) {
        return watch.unheardAt()
                .filter(at -> now.isBefore(at) || !now.isBefore(at.plus(RETELL_AFTER)))
                .isPresent();
    }

    /** The same request at the same version, with what its polls amount to. */
    public RescueRequest withWatch(Watch newWatch) {
        return new RescueRequest(id, plan, stage, version, review, newWatch, phaseTimes, takenOverBy);
    }

    /** The next version with nothing changed but what nobody has to be told of. */
    public RescueRequest withNextVersion() {
        return new RescueRequest(id, plan, stage, version + 1, review, watch, phaseTimes, takenOverBy);
    }

    /** The same request at the same version, with more known of its stage. */
    RescueRequest withStage(Stage richer) {
        return new RescueRequest(id, plan, richer, version, review, watch, phaseTimes, takenOverBy);
    }

    /** The same request at the same version, with how long the phase takes that runs or comes next. */
    public RescueRequest withEstimate(Optional<Estimate> estimate) {
        Optional<PhaseTimes> richer = Optional.of(times().withEstimate(estimate));
        return new RescueRequest(id, plan, stage, version, review, watch, richer, takenOverBy);
    }

    /**
     * The same request at the same version, with the provider's average for the transaction that runs; unchanged where earlier rescues say
     * more, an average is known already, or the transaction is another's.
     */
    public RescueRequest withTransaction(Transaction running) {
        boolean ours =
                awaitsDevice() && running.kind() != TransactionKind.ONLINE && running.kind() != TransactionKind.REBUILD;
        Optional<Estimate> better = ours ? times().estimateBy(running) : Optional.empty();
        return better.isPresent() ? withEstimate(better) : this;
    }

    /** Whether a command is under way, whose effect on the device people wait for. */
    public boolean awaitsDevice() {
        return stage.isPolled() && !(stage instanceof InRescue);
    }

    /** How long the phase takes that runs or comes next; empty where nothing is known, or no phase is ahead. */
    public Optional<Estimate> estimate() {
        return times().estimate();
    }

    /** How long its phases took so far, for the estimates of later rescues. */
    public List<PhaseDuration> observedDurations() {
        return isDrill() ? List.of() : times().observed(DeviceClass.of(device()));
    }

    private PhaseTimes times() {
        return phaseTimes.orElse(PhaseTimes.NONE);
    }

    /**
     * Closes the request, whatever its stage.
     *
     * @param detail for the operator
     */
    public TransitionResult.Applied close(CloseReason closeReason, String detail, Instant now, RescueEvent event) {
        return transitionTo(new Closed(closeReason, detail, now), event);
    }

    /** The next stage, with the event unless the thread was told before. */
    TransitionResult.Applied transitionToUnlessNotified(Stage next, boolean notified, RescueEvent event) {
        return notified ? transitionTo(next) : transitionTo(next, event);
    }

    /** The next stage, with its events in order. */
    public TransitionResult.Applied transitionTo(Stage next, RescueEvent... events) {
        boolean sameStage = next.getClass() == stage.getClass();
        Stage entered = next instanceof Closed closed ? closed.after(stage, List.of(events)) : next;
        return new TransitionResult.Applied(
                new RescueRequest(
                        id,
                        plan,
                        entered,
                        version + 1,
                        review,
                        sameStage ? watch : Watch.NONE,
                        phaseTimes.map(times -> times.after(stage, entered, List.of(events))),
                        takenOverBy),
                List.of(events));
    }

    /** The same request at the same version, for the device as it is now; nothing was polled of it. */
    public RescueRequest asInspected(Inspection fresh) {
        return new RescueRequest(
                id, plan.withInspection(fresh), stage, version, review, Watch.NONE, phaseTimes, takenOverBy);
    }

    private RescueRequest withReason(String confirmed) {
        return new RescueRequest(
                id, plan.withReason(confirmed), stage, version, review, watch, phaseTimes, takenOverBy);
    }

    /** Why it was asked for, as far as anybody said: the reason for break-glass, else the requester's own. */
    public Optional<String> reason() {
        return review.map(Review::reason).or(plan::statedReason);
    }

    RescueRequest withReview(Review newReview) {
        return new RescueRequest(id, plan, stage, version, Optional.of(newReview), watch, phaseTimes, takenOverBy);
    }

    TransitionResult rejectAnsweredOrClosed() {
        return new TransitionResult.Rejected(
                stage.isClosed() ? TransitionRejection.CLOSED : TransitionRejection.ALREADY_ANSWERED);
    }
}
