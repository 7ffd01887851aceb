package dev.lifeline.message.status;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.MessageBlock.Step;
import dev.lifeline.message.model.MessageBlock.StepState;
import dev.lifeline.message.model.MessageBlock.Steps;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.rescue.Estimate;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.Launching;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens now, as steps, with how long it usually takes and has taken. A step is done only once that is known. */
final class ProgressSteps {

    private final MessageCatalog catalog;

    ProgressSteps(MessageCatalog catalog) {
        this.catalog = catalog;
    }

    /** While people are waited for. */
    Steps awaitingApproval(RescueRequest request) {
        return steps(before(request), "step.approve", Optional.empty());
    }

    /** While the launch waits for its turn, or for the provider. */
    Steps ready(RescueRequest request) {
        return steps(before(request), "step.command", Optional.empty());
    }

    Steps launching(RescueRequest request, Launching launching, Instant now) {
        return boot(request, launching.accepted() ? "step.restart" : "step.command", now);
    }

    Steps booting(RescueRequest request, Booting booting, Instant now) {
        return boot(request, booting.transactionEndedAt().isPresent() ? "step.answers" : "step.restart", now);
    }

    private Steps boot(RescueRequest request, String running, Instant now) {
        return steps(before(request), running, Optional.of(estimate(request, now)));
    }

    /** The steps to the rescue kernel. */
    private static List<String> before(RescueRequest request) {
        List<String> keys = new ArrayList<>(List.of("step.confirmed"));
        if (request.review().isPresent()) keys.add("step.break-glass");
        else if (request.plan().requirements().quorum() > 0)
            keys.add(request.stage() instanceof AwaitingApproval ? "step.approve" : "step.approved");
        keys.addAll(List.of("step.command", "step.restart", "step.answers"));
        return keys;
    }

    Steps exiting(RescueRequest request, Exiting exiting, Instant now) {
        if (exiting.requestedBy().isEmpty())
            return steps(List.of("step.exited-outside", "step.back"), "step.back", Optional.of(estimate(request, now)));
        String running = exiting.respondedAt().isPresent() ? "step.back" : "step.exit-command";
        return steps(
                List.of("step.exit-requested", "step.exit-command", "step.back"),
                running,
                Optional.of(estimate(request, now)));
    }

    /** @param detail of the step that is running */
    private Steps steps(List<String> keys, String running, Optional<TextLine> detail) {
        int current = keys.indexOf(running);
        List<Step> steps = new ArrayList<>();
        for (String key : keys) steps.add(step(key, Integer.compare(steps.size(), current), detail));
        Map<String, TextRun> numbers = Map.of(
                "number", new TextRun.Text(Integer.toString(current + 1)),
                "count", new TextRun.Text(Integer.toString(keys.size())),
                "step", new TextRun.Text(catalog.text(running)));
        return new Steps(catalog.line("step.title", numbers).plainText(), steps);
    }

    private Step step(String key, int position, Optional<TextLine> detail) {
        StepState state = position == 0 ? StepState.RUNNING : position < 0 ? StepState.DONE : StepState.PENDING;
        return new Step(
                state,
                catalog.text("step-state." + CommonTerms.key(state)),
                catalog.text(key),
                state == StepState.RUNNING ? detail : Optional.empty());
    }

    /** The time is said as of when, because nobody may be there to say it again. */
    private TextLine estimate(RescueRequest request, Instant now) {
        Duration elapsed = elapsed(request.stage(), now);
        Map<String, TextRun> arguments = Map.of(
                "usual",
                        CommonTerms.minutes(
                                request.estimate().map(Estimate::usual).orElse(Duration.ZERO)),
                "elapsed", CommonTerms.minutes(elapsed),
                "at", new TextRun.Timestamp(now));
        return catalog.line(key(request, elapsed), arguments);
    }

    private static String key(RescueRequest request, Duration elapsed) {
        return request.estimate()
                .map(estimate -> "estimate." + CommonTerms.key(estimate.source())
                        + (isStalled(request.stage()) ? ".stalled" : estimate.isLate(elapsed) ? ".late" : ""))
                .orElse(isStalled(request.stage()) ? "estimate.none.stalled" : "estimate.none");
    }

    /** As the thread was told. */
    private static boolean isStalled(Stage stage) {
        return (stage instanceof Booting booting && booting.stalledNotified())
                || (stage instanceof Exiting exiting && exiting.overdueNotified());
    }

    private static Duration elapsed(Stage stage, Instant now) {
        Duration elapsed = Duration.between(stage.startedAt().orElse(now), now);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
