package dev.lifeline.rescue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who else has to agree, and within what time?
 *
 * @param quorum how many different cloud users; 0 for nobody
 * @param within how long they have
 * @param reminder when they are asked again; empty for never
 * @param breakGlass whether the requester may go ahead alone in an emergency, and how it is reviewed; empty where not
 */
public record Agreement(
        int quorum,
        Approvers approvers,
        Duration within,
        Optional<Reminder> reminder,
        Optional<BreakGlass> breakGlass) {

    /** How long people have where nothing says otherwise. */
    public static final Duration USUAL = Duration.ofMinutes(15);

    /** Nobody is asked. */
    public static final Agreement NONE =
            new Agreement(0, Approvers.WHO_MAY_LAUNCH, USUAL, Optional.empty(), Optional.empty());

    public Agreement {
        if (quorum < 0) throw new IllegalArgumentException("a quorum is 0 or more: " + quorum);
    }

    /**
     * When are they asked again, and who else from then on?
     *
     * @param then people by Slack id, e-mail or handle, as the policy names them; empty where nobody is added
     */
    public record Reminder(Duration after, Set<String> then) {
        public Reminder {
            then = Set.copyOf(then);
        }
    }

    /**
     * May the requester go ahead alone?
     *
     * @param reviewWithin until when somebody else should have signed that it was right
     */
    public record BreakGlass(Duration reviewWithin) {}
}
