package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.ASHA_REQUESTER;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApprovalRequirement.BreakGlassAllowance;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ApproverSet;
import dev.lifeline.rescue.BreakGlassTransitions;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.TransitionResult;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever was told of a break-glass hears by direct message too that its review is overdue. */
class OverdueReviewTest {

    private static final Instant DUE = NOON.plus(Duration.ofHours(24));
    private static final SlackUserId ELENA = new SlackUserId("U0ELENA");

    private static final PolicyRequirements REQUIREMENTS = new PolicyRequirements(
            "production",
            "v1",
            new ApprovalRequirement(
                    1,
                    ApproverSelector.ANY_PERMITTED_USER,
                    Duration.ofMinutes(15),
                    Optional.empty(),
                    Optional.of(new BreakGlassAllowance(Duration.ofHours(24)))),
            PolicyRequirements.ConfirmationRequirements.NONE,
            Duration.ofMinutes(10));

    private final InMemoryRescueRequests requests = new InMemoryRescueRequests();
    private final RecordingNotifier notifier = new RecordingNotifier(reply -> {});
    private final TransitionRecorder recorder =
            new TransitionRecorder(requests, notifier, new StoredEntries(), Locale.ENGLISH, InstantSource.fixed(DUE));

    @Test
    void an_overdue_review_in_a_living_channel_is_told_to_the_approvers_directly() {
        RescueRequest broken = breakGlass(Set.of(BRUNO, ELENA));
        notifier.directMessages().clear();
        reportOverdue(broken);

        assertThat(notifier.directMessages()).containsOnlyKeys(BRUNO, ELENA);
        assertThat(notifier.directMessages().get(BRUNO)).contains("nobody has done so", "U0ASHA", "web-07");
    }

    @Test
    void an_overdue_review_of_which_nobody_was_told_is_told_to_the_channel_alone() {
        reportOverdue(breakGlass(Set.of()));
        assertThat(notifier.directMessages()).isEmpty();
        assertThat(notifier.replies()).anyMatch(reply -> reply.contains("in time"));
    }

    /** A detail of the audit log is truncated: then its last part is no id. */
    @Test
    void of_more_people_than_the_log_takes_those_are_told_whom_it_names() {
        Set<SlackUserId> many = IntStream.range(0, 200)
                .mapToObj(number -> new SlackUserId("U0MANY" + number))
                .collect(Collectors.toSet());
        RescueRequest broken = breakGlass(many);
        notifier.directMessages().clear();
        reportOverdue(broken);

        assertThat(notifier.directMessages().keySet()).isSubsetOf(many).hasSizeGreaterThan(50);
    }

    private RescueRequest breakGlass(Set<SlackUserId> notified) {
        RescueRequest opened = requests.open(openedRequest(REQUIREMENTS));
        TransitionResult confirmed = opened.confirm(
                ASHA_REQUESTER, Confirmation.of(RescueSystem.AS_INSTALLED), ApproverSet.ANY_PERMITTED_USER, NOON);
        RescueRequest waiting = record(confirmed);
        return record(BreakGlassTransitions.breakGlass(waiting, ASHA_REQUESTER, "disk full", notified, NOON));
    }

    private RescueRequest record(TransitionResult result) {
        TransitionResult.Applied applied = result.applied().orElseThrow();
        recorder.record(applied, Actor.of(ASHA_REQUESTER));
        return applied.next();
    }

    private void reportOverdue(RescueRequest broken) {
        recorder.record(broken.handleDue(DUE).applied().orElseThrow(), Actor.SYSTEM);
        assertThat(List.copyOf(requests.findReviewPending())).hasSize(1);
    }
}
