package dev.lifeline.workflow;

import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.InRescue;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be done about a request whose time has come? One step at a time; each may be run again after a crash. */
public final class Steps {

    private final RescueRequests requests;
    private final Bench bench;
    private final LaunchStep launch;
    private final LeaveStep leave;

    public Steps(Bench bench) {
        this.requests = bench.requests();
        this.bench = bench;
        this.launch = new LaunchStep(bench);
        this.leave = new LeaveStep(bench);
    }

    /** Takes the request's next step, if one is due. */
    public void step(String request) {
        requests.find(new RequestId(request))
                .filter(found -> isDue(found.due()))
                .ifPresent(this::step);
    }

    /** When the request has to be stepped next; empty while it needs none. */
    public Optional<Instant> due(String request) {
        return requests.find(new RequestId(request)).flatMap(RescueRequest::due);
    }

    /** Every request that will need a step. */
    public Collection<String> pending() {
        return Stream.concat(requests.open().stream(), requests.underReview().stream())
                .filter(request -> request.due().isPresent())
                .map(request -> request.id().value())
                .distinct()
                .toList();
    }

    private boolean isDue(Optional<Instant> due) {
        Instant now = bench.clock().instant();
        return due.filter(at -> !at.isAfter(now)).isPresent();
    }

    private void step(RescueRequest request) {
        Stage stage = request.stage();
        boolean stageDue = isDue(stage.due());
        if (stageDue && stage instanceof Cleared cleared) launch.take(request, cleared);
        else if (stageDue && stage instanceof InRescue in) leave.take(request, in);
        else request.expire(bench.clock().instant()).moved().ifPresent(bench::write);
    }
}
