package dev.lifeline.rescue;

import dev.lifeline.access.Objection;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Obstacle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What happened to a request that its thread should read? */
public sealed interface Happening {

    /**
     * The requester said Yes.
     *
     * @param reason empty where none was asked for
     */
    record Confirmed(SlackUserId by, String reason) implements Happening {}

    /**
     * Others are asked to agree.
     *
     * @param asked by name; empty where everybody who holds the permission may
     */
    record ApprovalAsked(Set<SlackUserId> asked, int quorum) implements Happening {
        public ApprovalAsked {
            asked = Set.copyOf(asked);
        }
    }

    /**
     * Nobody has answered for a while, so they are asked again.
     *
     * @param also who is asked besides, from now on
     */
    record Reminded(Set<SlackUserId> also) implements Happening {
        public Reminded {
            also = Set.copyOf(also);
        }
    }

    record Approved(SlackUserId by, int votes, int quorum, String comment) implements Happening {}

    record Denied(SlackUserId by, String reason) implements Happening {}

    /** The machine is not as it was when they were asked, so everybody is asked again. */
    record Drifted(List<Drift> changes) implements Happening {
        public Drifted {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The requester goes ahead alone.
     *
     * @param told who is told of it directly: those who would have been asked, and the account's owners
     */
    record GlassBroken(SlackUserId by, String reason, Instant reviewBy, Set<SlackUserId> told) implements Happening {
        public GlassBroken {
            told = Set.copyOf(told);
        }
    }

    /** Somebody else looked at it afterwards and signed. */
    record ReviewSigned(SlackUserId by) implements Happening {}

    /** Nobody has signed in time. */
    record ReviewOverdue() implements Happening {}

    record Cancelled(SlackUserId by) implements Happening {}

    record Expired() implements Happening {}

    /** Rights were re-read right before the launch and something objected. */
    record NotAllowedAnyMore(Objection objection) implements Happening {}

    /** The machine stood in the way right before the launch. */
    record Hindered(Obstacle obstacle) implements Happening {}

    /** The provider took the order; nothing has happened yet. */
    record LaunchAccepted() implements Happening {}

    /** The order was sent and its answer lost; it is not sent again. */
    record LaunchUnconfirmed() implements Happening {}

    /** Nothing was sent or done; it is tried again then. */
    record LaunchPostponed(Instant until) implements Happening {}

    /** Its clearance ran out before it could begin. */
    record StartedTooLate() implements Happening {}

    /** The provider said no. */
    record LaunchRefused(String detail) implements Happening {}

    /** Nothing has begun for a good while after the order. */
    record NothingBegins(Duration waited, boolean confirmed) implements Happening {}

    /** Nothing ever began; the request is closed. */
    record NothingBegan(Duration waited, boolean confirmed) implements Happening {}

    /**
     * The provider's transaction was seen.
     *
     * @param wording its step; empty where it was over by then
     */
    record UnderWay(String wording, Optional<Duration> average) implements Happening {}

    record PoweredDown() implements Happening {}

    record Rebooting() implements Happening {}

    record KernelBooting(String wording) implements Happening {}

    record IsInRescue(Evidence evidence) implements Happening {}

    /** It has been in rescue for long, and nobody has ended it. */
    record Lingers(Duration since) implements Happening {}

    /** It takes longer than it should. */
    record Stalled(Duration waited, OptionalLong transaction) implements Happening {}

    record LeaveOrdered(SlackUserId by) implements Happening {}

    /**
     * The order to end it was turned away; it is given again then.
     *
     * @param left how long bare metal takes no power command, where that is why (softlayer.md 2.2)
     */
    record LeavePostponed(Instant until, Optional<Duration> left) implements Happening {

        /** It is not known for how long. */
        public LeavePostponed(Instant until) {
            this(until, Optional.empty());
        }
    }

    record LeaveRefused(String detail) implements Happening {}

    record LeaveAccepted() implements Happening {}

    record LeaveUnconfirmed() implements Happening {}

    /**
     * The answer to the order to end it never reached anybody, and nothing was seen to begin: it may never have been sent.
     *
     * @param stillInRescue whether that is proved, so that it can be ordered anew
     */
    record LeaveUnheard(Duration waited, boolean stillInRescue) implements Happening {}

    /** Somebody rebooted it outside the bot. */
    record LeftByItself() implements Happening {}

    record IsBack(Evidence evidence) implements Happening {}

    record NotBackYet(Duration waited) implements Happening {}

    record Vanished() implements Happening {}
}
