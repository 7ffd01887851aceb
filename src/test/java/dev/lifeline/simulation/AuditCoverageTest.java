package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.testkit.Fixtures;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditCoverageTest {

    private final SimulatedWorld world = new SimulatedWorld(new Seed(1, Set.of()), Workload.SMALL);
    private final AuditCoverage coverage = new AuditCoverage(world);
    private final RescueRequest request = Fixtures.openedRequest();

    private AuditEntry entry(String event, String stage) {
        return new AuditEntry(
                SimulatedTime.START,
                "U0ASHA",
                "",
                event,
                request.device().id().toString(),
                request.id().value(),
                Map.of("stage", stage));
    }

    @Test
    void a_stage_that_no_entry_tells_of_is_found() {
        coverage.note(entry("requested", "awaiting-confirmation"));
        coverage.check(request);
        assertThat(world.violation()).isEmpty();

        coverage.note(entry("in-rescue", "in-rescue"));
        coverage.check(request);
        assertThat(world.violation()).map(Violation::promise).contains("P8");
    }

    @Test
    void a_click_that_no_entry_tells_of_is_found() {
        AuditCoverage.Deed deed = new AuditCoverage.Deed("U0ASHA", request.id().value());
        coverage.note(entry("rejected-click", "awaiting-confirmation"));
        coverage.checkClicks(Map.of("sim1", deed, "sim2", deed), Set.of("sim1"));
        assertThat(world.violation()).isEmpty();

        coverage.checkClicks(Map.of("sim1", deed, "sim2", deed), Set.of("sim1", "sim2"));
        assertThat(world.violation()).map(Violation::promise).contains("P8");
    }

    @Test
    void a_password_that_was_shown_without_an_entry_is_found() {
        world.notePasswordShown();

        coverage.checkPasswords();

        assertThat(world.violation()).map(Violation::promise).contains("P8");
    }
}
