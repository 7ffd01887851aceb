package dev.lifeline.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where is a request? Each stage carries only what is true in it. */
public sealed interface Stage {

    /** The requester was asked: is this the machine you mean? */
    record AwaitingConfirmation(Instant until) implements Stage {
        @Override
        public Optional<Instant> due() {
            return Optional.of(until);
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
            Electorate electorate,
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
     * @param postponedSaid whether the thread was told that it waits
     */
    record Cleared(
            Confirmation confirmation, Electorate electorate, Instant notBefore, Instant startBy, boolean postponedSaid)
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
     * @param confirmed whether the provider said that it took the order
     * @param overdueSaid whether the thread was told that nothing has begun
     */
    record Launching(RescueSystem system, Instant sentAt, Baseline baseline, boolean confirmed, boolean overdueSaid)
            implements Stage {}

    /**
     * The provider is booting it into the rescue kernel.
     *
     * @param transaction the provider's job; empty while only other signs were seen
     * @param finishedAt when that job was first seen ended
     * @param stalledSaid whether the thread was told that it takes too long
     */
    record Booting(
            OptionalLong transaction,
            Instant since,
            Baseline baseline,
            Phase phase,
            Optional<Instant> finishedAt,
            boolean stalledSaid)
            implements Stage {}

    /**
     * The device runs the rescue kernel.
     *
     * @param baseline how it was before, and so how it will be when it is back
     * @param inRescue how it was found in rescue: what changes from here on is somebody's doing
     * @param leave the order to end it, when it was given and is still to be sent
     * @param remindedAt when its place was last reminded that it is still there
     */
    record InRescue(
            Instant since,
            Evidence evidence,
            Baseline baseline,
            Baseline inRescue,
            Optional<String> loginName,
            Optional<Leave> leave,
            Optional<Instant> remindedAt)
            implements Stage {

        /** Just come. */
        public InRescue(Instant since, Evidence evidence, Baseline baseline, Baseline inRescue) {
            this(since, evidence, baseline, inRescue, Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Instant> due() {
            return leave.map(Leave::notBefore);
        }

        /** The same, with what is known of how to log in. */
        InRescue knowing(Optional<String> login) {
            return new InRescue(since, evidence, baseline, inRescue, login, leave, remindedAt);
        }

        /** The same, with another order to end it, or none. */
        InRescue leaving(Optional<Leave> order) {
            return new InRescue(since, evidence, baseline, inRescue, loginName, order, remindedAt);
        }

        /** The same, as it was found later. */
        InRescue found(Baseline later) {
            return new InRescue(since, evidence, baseline, later, loginName, leave, remindedAt);
        }

        /** The same, after its place was reminded of it. */
        InRescue reminded(Instant at) {
            return new InRescue(since, evidence, baseline, inRescue, loginName, leave, Optional.of(at));
        }
    }

    /**
     * An order to end a rescue.
     *
     * @param hard power-cycle instead of asking the running system
     * @param notBefore when to send it, later than at once after the provider was busy
     * @param postponedSaid whether the thread was told that it waits
     */
    record Leave(Requester by, boolean hard, Instant notBefore, boolean postponedSaid) {}

    /**
     * It is on its way back to its installed system; the order for it is never sent again.
     *
     * @param sentAt when the order was claimed
     * @param answeredAt when the provider's answer came or was known to be lost, or the device was seen to leave: what is waited for
     *     is counted from here, since an order may stand in a queue of our own; empty where the process may have died before sending it
     * @param by who ended it; empty where it was done outside the bot
     * @param inRescue how it was when the order went out
     * @param overdueSaid whether the thread was told that it takes too long
     * @param wentDown whether it was seen to go down since: what answers without a host key may else still be the rescue kernel
     */
    record Returning(
            Instant sentAt,
            Optional<Instant> answeredAt,
            Optional<Requester> by,
            Baseline baseline,
            Baseline inRescue,
            boolean overdueSaid,
            boolean wentDown)
            implements Stage {

        /** An order that is claimed, and about to be sent. */
        static Returning claimed(Instant now, Requester by, Baseline baseline, Baseline inRescue) {
            return new Returning(now, Optional.empty(), Optional.of(by), baseline, inRescue, false, false);
        }

        /** It was seen to leave, and not on our order. */
        static Returning byItself(Instant seen, Baseline baseline, Baseline inRescue) {
            return new Returning(seen, Optional.of(seen), Optional.empty(), baseline, inRescue, false, false);
        }

        /** The same, now that it is known what came of the order; whatever was known before stays. */
        public Returning answered(Instant at) {
            return new Returning(
                    sentAt, answeredAt.or(() -> Optional.of(at)), by, baseline, inRescue, overdueSaid, wentDown);
        }

        Returning down() {
            return new Returning(sentAt, answeredAt, by, baseline, inRescue, overdueSaid, true);
        }

        Returning overdue() {
            return new Returning(sentAt, answeredAt, by, baseline, inRescue, true, wentDown);
        }
    }

    /**
     * Over.
     *
     * @param because in the operator's words, for the record
     */
    record Closed(Ending ending, String because, Instant at) implements Stage {}

    /** When the request has to be taken up by itself, without anybody doing anything; empty while it is watched or over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** Is the device being watched for what happens to it? */
    default boolean watched() {
        return this instanceof Launching
                || this instanceof Booting
                || this instanceof InRescue
                || this instanceof Returning;
    }

    /** Is its rescue system up, or coming up, so that somebody may want to get in? */
    default boolean enterable() {
        return this instanceof Booting || this instanceof InRescue;
    }

    default boolean isClosed() {
        return this instanceof Closed;
    }
}
