package dev.lifeline.rescue.monitor;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO_REQUESTER;

import dev.lifeline.rescue.ApprovalTransitions;
import dev.lifeline.rescue.ReminderTransitions;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.TransitionResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reminders, what is answered to them, and what fails of them. */
final class ReminderEvents {

    private ReminderEvents() {}

    static void addAnswers(Map<String, StageEvent> events) {
        events.put(
                "still needed",
                StageEvent.answered(
                        sample -> ReminderTransitions.stillNeeded(sample.request(), ASHA_REQUESTER, sample.at())));
        events.put(
                "take over",
                StageEvent.answered(sample -> ReminderTransitions.takeOver(sample.request(), BRUNO_REQUESTER)));
    }

    static void addReminders(Map<String, StageEvent> events) {
        events.put("3 h in the stage", StageEvent.applied(ReminderEvents::reminded));
        events.put(
                "3 h, nobody responsible",
                StageEvent.applied(sample -> reminded(sample)
                        .map(applied -> ReminderTransitions.tellOthers(
                                applied,
                                new RescueEvent.ResponsibleUnavailable(
                                        ASHA_REQUESTER.slackUserId(), Set.of(BRUNO_REQUESTER.slackUserId()))))));
        events.put(
                "webhook fails",
                sample -> sample.request().stage() instanceof AwaitingApproval
                        ? Optional.of(ApprovalTransitions.reportWebhookFailed(sample.request()))
                        : Optional.empty());
    }

    private static Optional<TransitionResult.Applied> reminded(StageSample sample) {
        return sample.request()
                .remind(Duration.ofHours(2), Duration.ofHours(1), sample.at().plus(Duration.ofHours(3)));
    }
}
