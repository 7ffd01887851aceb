package dev.lifeline.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where is a request? Each stage carries only what is true in it. */
public sealed interface Stage {

    /** The requester was asked: is this the machine you mean? */
    record AwaitingConfirmation(Instant confirmBy) implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(confirmBy);
        }
    }

    /**
     * Somebody else has to agree.
     *
     * @param votes for the plan as it is now and as it was; only those for the plan as it is count
     * @param approveBy until when they may
     * @param remindAt when they are asked again, and others too where the policy names some; empty once that was done
     */
    record AwaitingApproval(
            Confirmation confirmation,
            ApproverSet approvers,
            List<Vote> votes,
            Instant approveBy,
            Optional<Instant> remindAt)
            implements Stage {
        public AwaitingApproval {
            votes = List.copyOf(votes);
        }

        /** Its end, or the reminder before it. */
        @Override
        public Optional<Instant> due() {
            return Optional.of(remindAt.filter(approveBy::isAfter).orElse(approveBy));
        }
    }

    /**
     * Nothing stands in the way: it may be launched.
     *
     * @param notBefore when to try, later than at once after the provider was busy
     * @param postponedNotified whether the thread was told that it waits
     */
    record ReadyToLaunch(
            Confirmation confirmation,
            ApproverSet approvers,
            Instant notBefore,
            Instant launchBy,
            boolean postponedNotified)
            implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(notBefore);
        }

        public RescueSystem system() {
            return confirmation.system();
        }
    }

    /**
     * The order to launch is on its way, or its answer was lost with the process or the line: from here it is never sent again.
     *
     * @param accepted whether the provider said that it took the order
     * @param overdueNotified whether the thread was told that nothing has begun
     */
    record Launching(RescueSystem system, Instant sentAt, Baseline baseline, boolean accepted, boolean overdueNotified)
            implements Stage {}

    /**
     * The provider is booting it into the rescue kernel.
     *
     * @param transactionId the provider's job; empty while only other signs were seen
     * @param transactionEndedAt when that job was first seen ended
     * @param stalledNotified whether the thread was told that it takes too long
     */
    record Booting(
            OptionalLong transactionId,
            Instant launchedAt,
            Baseline baseline,
            BootPhase bootPhase,
            Optional<Instant> transactionEndedAt,
            boolean stalledNotified)
            implements Stage {}

    /**
     * The device runs the rescue kernel.
     *
     * @param baseline how it was before, and so how it will be when it is back
     * @param rescueBaseline how it was found in rescue: what changes from here on is somebody's doing
     * @param pendingExit the order to end it, when it was given and is still to be sent
     * @param remindedAt when its place was last reminded that it is still there
     */
    record InRescue(
            Instant enteredAt,
            Evidence evidence,
            Baseline baseline,
            Baseline rescueBaseline,
            Optional<String> loginName,
            Optional<PendingExit> pendingExit,
            Optional<Instant> remindedAt)
            implements Stage {

        /** Just come. */
        public InRescue(Instant enteredAt, Evidence evidence, Baseline baseline, Baseline rescueBaseline) {
            this(enteredAt, evidence, baseline, rescueBaseline, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Instant> due() {
            return pendingExit.map(PendingExit::notBefore);
        }

        /** The same, with what is known of how to log in. */
        InRescue withLoginName(Optional<String> login) {
            return new InRescue(enteredAt, evidence, baseline, rescueBaseline, login, pendingExit, remindedAt);
        }

        /** The same, with another order to end it, or none. */
        InRescue withPendingExit(Optional<PendingExit> order) {
            return new InRescue(enteredAt, evidence, baseline, rescueBaseline, loginName, order, remindedAt);
        }

        /** The same, as it was found later. */
        InRescue withRescueBaseline(Baseline later) {
            return new InRescue(enteredAt, evidence, baseline, later, loginName, pendingExit, remindedAt);
        }

        /** The same, after its place was reminded of it. */
        InRescue withRemindedAt(Instant at) {
            return new InRescue(enteredAt, evidence, baseline, rescueBaseline, loginName, pendingExit, Optional.of(at));
        }
    }

    /**
     * An order to end a rescue.
     *
     * @param powerCycle power-cycle instead of asking the running system
     * @param notBefore when to send it, later than at once after the provider was busy
     * @param postponedNotified whether the thread was told that it waits
     */
    record PendingExit(Requester requestedBy, boolean powerCycle, Instant notBefore, boolean postponedNotified) {}

    /**
     * It is on its way back to its installed system; the order for it is never sent again.
     *
     * @param sentAt when the order was claimed
     * @param respondedAt when the provider's answer came or was known to be lost, or the device was seen to leave: what is waited for
     *     is counted from here, since an order may stand in a queue of our own; empty where the process may have died before sending it
     * @param requestedBy who ended it; empty where it was done outside the bot
     * @param rescueBaseline how it was when the order went out
     * @param overdueNotified whether the thread was told that it takes too long
     * @param wentDown whether it was seen to go down since: what answers without a host key may else still be the rescue kernel
     */
    record Exiting(
            Instant sentAt,
            Optional<Instant> respondedAt,
            Optional<Requester> requestedBy,
            Baseline baseline,
            Baseline rescueBaseline,
            boolean overdueNotified,
            boolean wentDown)
            implements Stage {

        /** An order that is claimed, and about to be sent. */
        static Exiting claimed(Instant now, Requester requestedBy, Baseline baseline, Baseline rescueBaseline) {
            return new Exiting(now, Optional.empty(), Optional.of(requestedBy), baseline, rescueBaseline, false, false);
        }

        /** It was seen to leave, and not on our order. */
        public static Exiting outsideBot(Instant seen, Baseline baseline, Baseline rescueBaseline) {
            return new Exiting(seen, Optional.of(seen), Optional.empty(), baseline, rescueBaseline, false, false);
        }

        /** The same, now that it is known what came of the order; whatever was known before stays. */
        public Exiting withResponse(Instant at) {
            return new Exiting(
                    sentAt,
                    respondedAt.or(() -> Optional.of(at)),
                    requestedBy,
                    baseline,
                    rescueBaseline,
                    overdueNotified,
                    wentDown);
        }

        public Exiting withWentDown() {
            return new Exiting(sentAt, respondedAt, requestedBy, baseline, rescueBaseline, overdueNotified, true);
        }

        public Exiting withOverdueNotified() {
            return new Exiting(sentAt, respondedAt, requestedBy, baseline, rescueBaseline, true, wentDown);
        }
    }

    /**
     * Over.
     *
     * @param detail in the operator's words, for the record
     */
    record Closed(CloseReason closeReason, String detail, Instant closedAt) implements Stage {}

    /** When the request has to be taken up by itself, without anybody doing anything; empty while it is watched or over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** Is the device being watched for what happens to it? */
    default boolean isPolled() {
        return this instanceof Launching
                || this instanceof Booting
                || this instanceof InRescue
                || this instanceof Exiting;
    }

    /** Is its rescue system up, or coming up, so that somebody may want to get in? */
    default boolean allowsLogin() {
        return this instanceof Booting || this instanceof InRescue;
    }

    default boolean isClosed() {
        return this instanceof Closed;
    }
}
