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
        requests.find(new RequestId(request)).filter(this::isDue).ifPresent(this::step);
    }

    /** When the request has to be stepped next; empty while it needs none. */
    public Optional<Instant> due(String request) {
        return requests.find(new RequestId(request))
                .flatMap(found -> found.stage().due());
    }

    /** Every request that will need a step. */
    public Collection<String> pending() {
        return requests.open().stream()
                .filter(request -> request.stage().due().isPresent())
                .map(request -> request.id().value())
                .toList();
    }

    private boolean isDue(RescueRequest request) {
        Instant now = bench.clock().instant();
        return request.stage().due().filter(due -> !due.isAfter(now)).isPresent();
    }

    private void step(RescueRequest request) {
        Stage stage = request.stage();
        if (stage instanceof Cleared cleared) launch.take(request, cleared);
        else if (stage instanceof InRescue in) leave.take(request, in);
        else request.expire(bench.clock().instant()).moved().ifPresent(bench::write);
    }
}
