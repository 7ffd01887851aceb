package dev.lifeline.rescue;

import dev.lifeline.rescue.Stage.Closed;
import java.time.Instant;

/** Transitions by a person's word, which lead out of every stage that does not go on by itself. Who may is decided before. Pure. */
public final class ManualTransitions {

    private ManualTransitions() {}

    /**
     * Closes the request by hand, in whatever open stage; the device is not watched any more.
     *
     * @param reason not blank
     */
    public static TransitionResult close(RescueRequest request, Requester by, String reason, Instant now) {
        if (request.stage().isClosed()) return new TransitionResult.Rejected(TransitionRejection.CLOSED);
        if (reason.isBlank()) return new TransitionResult.Rejected(TransitionRejection.REASON_NOT_ACCEPTED);
        if (reason.length() > Confirmation.MAX_REASON_CHARS)
            return new TransitionResult.Rejected(TransitionRejection.REASON_TOO_LONG);
        return request.transitionTo(
                new Closed(CloseReason.BY_HAND, by.username() + " closed it: " + reason, now),
                new RescueEvent.ClosedByHand(
                        by.slackUserId(), reason, request.stage().isPolled()));
    }

    /**
     * Takes a person's word that the device runs its installed system. As long as nothing is known of the launch command there is nothing to
     * be back from, and its late response reopens the request like any that was closed by hand.
     */
    public static TransitionResult reportBack(RescueRequest request, Requester by, Instant now) {
        if (!request.stage().isPolled()) return request.rejectAnsweredOrClosed();
        String detail = by.username() + " says that it is back";
        RescueEvent reported = new RescueEvent.ReportedBack(by.slackUserId());
        return request.stage() instanceof Stage.Launching
                ? request.close(CloseReason.BY_HAND, detail, now, reported)
                : request.transitionTo(
                        new Closed(CloseReason.EXITED, detail, now),
                        reported,
                        new RescueEvent.Exited(Evidence.REPORTED_BY_PERSON));
    }
}
