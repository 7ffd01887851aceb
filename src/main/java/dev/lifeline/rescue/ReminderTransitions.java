package dev.lifeline.rescue;

import dev.lifeline.rescue.Stage.InRescue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Transitions by which people answer a reminder of a device that is not back. They are pure. */
public final class ReminderTransitions {

    private ReminderTransitions() {}

    /** The device has to stay in rescue: the time to the next reminder counts from now. */
    public static TransitionResult stillNeeded(RescueRequest request, Requester by, Instant now) {
        if (request.stage().isClosed()) return new TransitionResult.Rejected(TransitionRejection.CLOSED);
        if (!(request.stage() instanceof InRescue in))
            return new TransitionResult.Rejected(TransitionRejection.NOT_IN_RESCUE);
        if (in.pendingExit().isPresent()) return new TransitionResult.Rejected(TransitionRejection.ALREADY_EXITING);
        return request.withWatch(request.watch().withRemindedAt(now))
                .transitionTo(in, new RescueEvent.StillNeeded(by.slackUserId()));
    }

    /** A reminder of which others are told, too, since whoever is responsible cannot answer. */
    public static TransitionResult.Applied tellOthers(
            TransitionResult.Applied reminded, RescueEvent.ResponsibleUnavailable unavailable) {
        List<RescueEvent> events = new ArrayList<>(reminded.events());
        events.add(unavailable);
        return new TransitionResult.Applied(reminded.next(), events);
    }

    /** Whoever takes over is reminded from now on, in every later stage too. */
    public static TransitionResult takeOver(RescueRequest request, Requester by) {
        if (request.stage().isClosed()) return new TransitionResult.Rejected(TransitionRejection.CLOSED);
        if (!request.stage().isPolled()) return new TransitionResult.Rejected(TransitionRejection.NOT_IN_RESCUE);
        Requester before = request.responsible();
        if (before.hasSameAccountsAs(by)) return new TransitionResult.Rejected(TransitionRejection.ALREADY_RESPONSIBLE);
        return request.withTakenOverBy(by)
                .transitionTo(request.stage(), new RescueEvent.TakenOver(by.slackUserId(), before.slackUserId()));
    }
}
