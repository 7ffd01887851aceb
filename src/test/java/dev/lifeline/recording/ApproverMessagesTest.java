package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.poweredOnStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.Baseline;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.ManualTransitions;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApproverMessagesTest {

    private static final PolicyRequirements REQUIREMENTS = new PolicyRequirements(
            "production",
            "v1",
            new ApprovalRequirement(
                    1, ApproverSelector.ANY_PERMITTED_USER, Duration.ofMinutes(15), Optional.empty(), Optional.empty()),
            PolicyRequirements.ConfirmationRequirements.NONE,
            Duration.ofMinutes(10));

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final RecordingNotifier notifier = new RecordingNotifier(reply -> {});
    private final TransitionRecorder recorder =
            new TransitionRecorder(requests, notifier, new StoredEntries(), Locale.ENGLISH, InstantSource.fixed(NOON));

    private final RescueRequest waiting = asked();

    @Test
    void P2_an_approver_is_told_how_the_approval_ended() {
        record(ManualTransitions.close(waiting, ASHA_REQUESTER, "not needed", NOON));

        assertThat(notifier.directMessages()).containsOnlyKeys(BRUNO);
        assertThat(notifier.directMessages().get(BRUNO)).contains("not needed");
    }

    /** Its receiver may have been out of reach until now, and would wake somebody for nothing. */
    @Test
    void once_the_approval_is_over_the_webhook_is_called_no_more() {
        assertThat(notifier.cancelledWebhooks()).isEmpty();

        record(ManualTransitions.close(waiting, ASHA_REQUESTER, "not needed", NOON));

        assertThat(notifier.cancelledWebhooks()).containsExactly(waiting.id());
    }

    @Test
    void what_becomes_of_a_rescue_once_it_was_launched_is_not_told_to_its_approvers() {
        Baseline baseline = Baseline.of(poweredOnStatus(), new ProbeResult.NoAnswer());
        RescueRequest launched = record(
                waiting.transitionTo(new Stage.Launching(RescueSystem.AS_INSTALLED, NOON, baseline, true, false)));

        record(ManualTransitions.close(launched, ASHA_REQUESTER, "looked at", NOON));

        assertThat(notifier.directMessages()).isEmpty();
    }

    private RescueRequest asked() {
        RescueRequest opened = requests.open(openedRequest(REQUIREMENTS));
        ApproverSet bruno = new ApproverSet(Set.of(BRUNO), Set.of());
        RescueRequest asked =
                record(opened.confirm(ASHA_REQUESTER, Confirmation.of(RescueSystem.AS_INSTALLED), bruno, NOON));
        notifier.directMessages().clear();
        return asked;
    }

    private RescueRequest record(TransitionResult result) {
        TransitionResult.Applied applied = result.applied().orElseThrow();
        recorder.record(applied, Actor.of(ASHA_REQUESTER));
        return applied.next();
    }
}
