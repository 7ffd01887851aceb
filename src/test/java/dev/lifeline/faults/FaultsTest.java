package dev.lifeline.faults;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The short form of the fault table: each fault once, where it bites. */
class FaultsTest {

    @Test
    void P1_P3_each_fault_where_it_bites_leaves_one_launch_at_most_and_no_untruth() {
        List<Outcome> outcomes = Trials.run(
                Stream.concat(Trials.without(), Trials.faults().stream().map(FaultsTest::whereItBites))
                        .toList());

        SoftAssertions.assertSoftly(softly -> outcomes.forEach(outcome -> Judgement.of(outcome, softly)));
    }

    private static Cell whereItBites(String fault) {
        Subject subject = Subject.values()[Math.floorMod(fault.hashCode(), Subject.values().length)];
        return switch (fault) {
            case "missing-relations", "not-found" -> new Cell(fault, Struck.INSPECTION, subject);
            case "huge-body", "never-ending-body", "single-object-for-list", "vanished-device" ->
                new Cell(fault, Struck.LOOK, subject);
            case "unauthorized", "token-exchange" -> new Cell(fault, Struck.USER, subject);
            default -> new Cell(fault, Struck.LAUNCH, subject);
        };
    }
}
