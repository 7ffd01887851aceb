package dev.lifeline.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Stage of a request; each stage carries only what is true in it. The transitions are listed in src/docs/stages.md. */
public sealed interface Stage {

    /**
     * The requester has to confirm that this is the device.
     *
     * @param powerOn the command to power it on that somebody asked for first
     */
    record AwaitingConfirmation(Instant confirmBy, Optional<PowerOn> powerOn) implements Stage {

        /** The next step of powering on, else the end. */
        @Override
        public Optional<Instant> due() {
            return Optional.of(
                    powerOn.flatMap(PowerOn::nextAt).filter(confirmBy::isAfter).orElse(confirmBy));
        }
    }

    /**
     * Others have to approve.
     *
     * @param votes for the plan as it is now and for earlier ones; only those for the present plan count
     * @param approveBy when the time to approve is over
     * @param remindAt when approvers are asked again; empty once that was done
     * @param turnedAwayFrom as of {@link ReadyToLaunch}, where the device drifted after a command was turned away
     */
    record AwaitingApproval(
            Confirmation confirmation,
            ApproverSet approvers,
            List<Vote> votes,
            Instant approveBy,
            Optional<Instant> remindAt,
            Optional<Baseline> turnedAwayFrom)
            implements Stage {
        public AwaitingApproval {
            votes = List.copyOf(votes);
        }

        /** The reminder, else the end. */
        @Override
        public Optional<Instant> due() {
            return Optional.of(remindAt.filter(approveBy::isAfter).orElse(approveBy));
        }
    }

    /**
     * Confirmed and approved: the workflow may launch.
     *
     * @param notBefore when to try; later than now after the provider was busy
     * @param launchBy end of the launch window
     * @param postponedNotified whether the thread was told that it waits
     * @param turnedAwayFrom the device before a launch command that the provider turned away; what began on the device since may be the
     *     effect of that command. Empty while none was sent
     */
    record ReadyToLaunch(
            Confirmation confirmation,
            ApproverSet approvers,
            Instant notBefore,
            Instant launchBy,
            boolean postponedNotified,
            Optional<Baseline> turnedAwayFrom)
            implements Stage {

        /** No launch command was sent. */
        public ReadyToLaunch(
                Confirmation confirmation,
                ApproverSet approvers,
                Instant notBefore,
                Instant launchBy,
                boolean postponedNotified) {
            this(confirmation, approvers, notBefore, launchBy, postponedNotified, Optional.empty());
        }

        /** Waits until another time. */
        ReadyToLaunch postponedUntil(Instant retryAt) {
            return new ReadyToLaunch(confirmation, approvers, retryAt, launchBy, true, turnedAwayFrom);
        }

        ReadyToLaunch withTurnedAwayFrom(Baseline baseline) {
            return new ReadyToLaunch(
                    confirmation,
                    approvers,
                    notBefore,
                    launchBy,
                    postponedNotified,
                    turnedAwayFrom.or(() -> Optional.of(baseline)));
        }

        @Override
        public Optional<Instant> due() {
            return Optional.of(notBefore);
        }
    }

    /**
     * The launch command is claimed; whether it was sent, or its response arrived, may be unknown. It is never sent again.
     *
     * @param accepted whether the provider accepted it
     * @param overdueNotified whether the thread was told that nothing was observed
     * @param withdrawal why it is given up, unless something begins
     */
    record Launching(
            RescueSystem system,
            Instant sentAt,
            Baseline baseline,
            boolean accepted,
            boolean overdueNotified,
            Optional<Withdrawal> withdrawal)
            implements Stage {

        /** A launch that is not given up. */
        public Launching(
                RescueSystem system, Instant sentAt, Baseline baseline, boolean accepted, boolean overdueNotified) {
            this(system, sentAt, baseline, accepted, overdueNotified, Optional.empty());
        }

        public Launching withBaseline(Baseline known) {
            return new Launching(system, sentAt, known, accepted, overdueNotified, withdrawal);
        }

        public Launching withOverdueNotified() {
            return new Launching(system, sentAt, baseline, accepted, true, withdrawal);
        }

        Launching withWithdrawal(Withdrawal why) {
            return new Launching(system, sentAt, baseline, accepted, overdueNotified, Optional.of(why));
        }

        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(sentAt);
        }
    }

    /**
     * The device is on its way into the rescue kernel.
     *
     * @param transactionId the provider's transaction; empty where only other signs were observed
     * @param transactionEndedAt when that transaction was first observed to have ended
     * @param stalledNotified whether the thread was told that it takes too long
     */
    record Booting(
            OptionalLong transactionId,
            Instant launchedAt,
            Baseline baseline,
            BootPhase bootPhase,
            Optional<Instant> transactionEndedAt,
            boolean stalledNotified)
            implements Stage {
        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(launchedAt);
        }
    }

    /**
     * The device runs the rescue kernel.
     *
     * @param baseline the device before the launch, and so after the exit
     * @param rescueBaseline the device as it was found in rescue; later differences mean an action on the device
     * @param pendingExit the exit that was requested and is still to be sent
     * @param otherHostKey one that answered since, of which nobody knows what system it is; the thread was told
     */
    record InRescue(
            Instant enteredAt,
            Evidence evidence,
            Baseline baseline,
            Baseline rescueBaseline,
            Optional<String> loginName,
            Optional<PendingExit> pendingExit,
            Optional<String> otherHostKey)
            implements Stage {

        /** Entered just now. */
        public InRescue(Instant enteredAt, Evidence evidence, Baseline baseline, Baseline rescueBaseline) {
            this(enteredAt, evidence, baseline, rescueBaseline, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Instant> due() {
            return pendingExit.map(PendingExit::notBefore);
        }

        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(enteredAt);
        }

        InRescue withLoginName(Optional<String> login) {
            return new InRescue(enteredAt, evidence, baseline, rescueBaseline, login, pendingExit, otherHostKey);
        }

        InRescue withPendingExit(Optional<PendingExit> exit) {
            return new InRescue(enteredAt, evidence, baseline, rescueBaseline, loginName, exit, otherHostKey);
        }

        public InRescue withRescueBaseline(Baseline known, Evidence by) {
            return new InRescue(enteredAt, by, baseline, known, loginName, pendingExit, otherHostKey);
        }

        public InRescue withOtherHostKey(String key) {
            return new InRescue(
                    enteredAt, evidence, baseline, rescueBaseline, loginName, pendingExit, Optional.of(key));
        }
    }

    /**
     * The exit command is claimed, or the device was observed to leave rescue; the command is never sent again.
     *
     * @param sentAt when the command was claimed, or the exit observed
     * @param respondedAt when the provider's response came or was known to be lost; time-outs count from here, since a
     *     command may wait for a permit. Empty where the process may have died before sending
     * @param requestedBy who requested the exit; empty where it happened outside the bot
     * @param rescueBaseline the device as it was when the command was claimed
     * @param overdueNotified whether the thread was told that it takes too long
     * @param wentDown whether the device was observed to go down since: without that, a port that answers without a host
     *     key may still be the rescue kernel's
     * @param powerCycleOffered whether a power cycle may help: the exit is overdue, and the rescue kernel still answers or the provider
     *     does not report the device on and idle
     */
    record Exiting(
            Instant sentAt,
            Optional<Instant> respondedAt,
            Optional<Requester> requestedBy,
            Baseline baseline,
            Baseline rescueBaseline,
            boolean overdueNotified,
            boolean wentDown,
            boolean powerCycleOffered)
            implements Stage {

        @Override
        public Optional<Instant> startedAt() {
            return Optional.of(sentAt);
        }

        /** A command that is claimed and about to be sent. */
        static Exiting claimed(Instant now, Requester requestedBy, Baseline baseline, Baseline rescueBaseline) {
            return new Exiting(
                    now, Optional.empty(), Optional.of(requestedBy), baseline, rescueBaseline, false, false, false);
        }

        /** The device was observed to leave rescue without a command of the bot. */
        public static Exiting outsideBot(Instant seen, Baseline baseline, Baseline rescueBaseline) {
            return new Exiting(
                    seen, Optional.of(seen), Optional.empty(), baseline, rescueBaseline, false, false, false);
        }

        /** The same, with the time of the response unless it is known already. */
        public Exiting withResponse(Instant at) {
            return with(respondedAt.or(() -> Optional.of(at)), overdueNotified, wentDown, powerCycleOffered);
        }

        public Exiting withWentDown(boolean down) {
            return with(respondedAt, overdueNotified, down, powerCycleOffered);
        }

        public Exiting withOverdueNotified() {
            return with(respondedAt, true, wentDown, powerCycleOffered);
        }

        public Exiting withPowerCycleOffered(boolean offered) {
            return with(respondedAt, overdueNotified, wentDown, offered);
        }

        private Exiting with(Optional<Instant> response, boolean overdue, boolean down, boolean offered) {
            return new Exiting(sentAt, response, requestedBy, baseline, rescueBaseline, overdue, down, offered);
        }
    }

    /**
     * The request is over.
     *
     * @param detail for the operator
     * @param installedSystem what was known of the device; empty where no command can have been sent
     * @param lateLaunch the launch command whose outcome is not known; empty where it is, or nobody looks any more
     */
    record Closed(
            CloseReason closeReason,
            String detail,
            Instant closedAt,
            Optional<InstalledSystem> installedSystem,
            Optional<LateLaunch> lateLaunch)
            implements Stage {

        /** With nothing to know of the device. */
        public Closed(CloseReason closeReason, String detail, Instant closedAt) {
            this(closeReason, detail, closedAt, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Instant> due() {
            return lateLaunch.map(LateLaunch::lookAt);
        }

        /** The same, with what the last stage knew unless more is known. */
        Closed after(Stage last, List<RescueEvent> events) {
            Optional<InstalledSystem> known = installedSystem.or(() -> InstalledSystem.atEnd(last, events));
            Optional<LateLaunch> late = lateLaunch.or(() -> LateLaunch.of(last, this));
            return new Closed(closeReason, detail, closedAt, known, late);
        }

        Closed withLateLaunch(Optional<LateLaunch> late) {
            return new Closed(closeReason, detail, closedAt, installedSystem, late);
        }
    }

    /** When the workflow has to handle the request by time alone; empty while only observations matter, or it is closed. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** Whether no launch command is claimed yet, so that the request can be taken back. */
    default boolean isBeforeLaunch() {
        return !isPolled() && !isClosed();
    }

    /** When a stage that is polled began; empty for the others. */
    default Optional<Instant> startedAt() {
        return Optional.empty();
    }

    /** Whether what the stage waits for can be expected from now on: the transaction ended, the exit command was answered. */
    default boolean isSettling() {
        return (this instanceof Booting booting && booting.transactionEndedAt().isPresent())
                || (this instanceof Exiting exiting && exiting.respondedAt().isPresent());
    }

    /** Whether the device is polled in this stage. */
    default boolean isPolled() {
        return startedAt().isPresent();
    }

    /** Whether the rescue system is up or coming up, so that access instructions and the password may be shown. */
    default boolean allowsLogin() {
        return this instanceof Booting || this instanceof InRescue;
    }

    default boolean isClosed() {
        return this instanceof Closed;
    }
}
