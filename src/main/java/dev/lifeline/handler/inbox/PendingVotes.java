package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.RequestId;
import java.time.Instant;

/**
 * Approvals by people who have to prove who they are first, kept until they have. A vote that is resumed is an interaction like any other: all
 * rules are asked again when it counts (promise P5). Thread-safe; each call belongs into the transaction of the caller.
 */
public interface PendingVotes {

    /**
     * Keeps a click or a form, in place of an earlier one for the same request.
     *
     * @param until after which it counts no more; it is forgotten two hours later
     */
    void keep(Interaction vote, RequestId request, Instant until);

    /** Puts the votes of a person into the inbox again and forgets them. One whose time is over is refused there, with its reason. */
    void resume(SlackUserId voter);
}
