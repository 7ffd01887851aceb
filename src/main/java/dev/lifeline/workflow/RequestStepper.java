package dev.lifeline.workflow;

import dev.lifeline.job.Job;
import dev.lifeline.rescue.LaunchTransitions;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.AwaitingConfirmation;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.ReadyToLaunch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The job that takes requests through the stages that have a due time: one step a run, each safe to run again after a crash. Stages that
 * wait for the device belong to the {@link DevicePoller}.
 */
public final class RequestStepper implements Job {

    private final RescueRequests requests;
    private final WorkflowRecorder recorder;
    private final InstantSource clock;
    private final CommandSteps commands;

    public RequestStepper(
            RescueRequests requests, WorkflowRecorder recorder, InstantSource clock, CommandSteps commands) {
        this.requests = requests;
        this.recorder = recorder;
        this.clock = clock;
        this.commands = commands;
    }

    /** Takes the next step of a request, if one is due. */
    @Override
    public Optional<Instant> run(String requestId) {
        commands.launch().recordEarlierResults();
        RequestId id = new RequestId(requestId);
        requests.find(id).ifPresent(this::stepWithContext);
        return requests.find(id).flatMap(RescueRequest::due);
    }

    /** The ids of all requests that will need a step. */
    @Override
    public Collection<String> pending() {
        return Stream.concat(requests.findOpen().stream(), requests.findReviewPending().stream())
                .filter(request -> request.due().isPresent())
                .map(request -> request.id().value())
                .distinct()
                .toList();
    }

    @SuppressWarnings("try") // open is all that the context has to be
    private void stepWithContext(RescueRequest request) {
        try (LogContext context = LogContext.of(request)) {
            step(request);
        }
    }

    /** A command that waits for its next attempt is also due when the clock was put back so far that it would wait for longer than ever. */
    private void step(RescueRequest request) {
        Stage stage = request.stage();
        if (stage instanceof ReadyToLaunch readyToLaunch && commands.launch().isDue(readyToLaunch))
            launch(request, readyToLaunch);
        else if (stage instanceof InRescue inRescue && commands.exit().isDue(inRescue))
            commands.exit().execute(request, inRescue);
        else if (stage instanceof AwaitingConfirmation waiting
                && commands.powerOn().isDue(waiting)) commands.powerOn().execute(request, waiting);
        else if (isLookDue(stage))
            ((Closed) stage).lateLaunch().ifPresent(late -> commands.launch().look(request, late));
        else request.handleDue(clock.instant()).applied().ifPresent(recorder::record);
    }

    private boolean isLookDue(Stage stage) {
        return stage instanceof Closed closed
                && closed.lateLaunch()
                        .filter(late -> late.isDue(clock.instant()))
                        .isPresent();
    }

    private void launch(RescueRequest request, ReadyToLaunch readyToLaunch) {
        Instant now = clock.instant();
        boolean over = LaunchTransitions.isLaunchWindowOver(request, now);
        // a command that was turned away may have been executed: the step looks before it expires the request
        if (over && readyToLaunch.turnedAwayFrom().isEmpty()) recorder.record(LaunchTransitions.expire(request, now));
        else commands.launch().execute(request, readyToLaunch);
    }
}
