package dev.lifeline.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs every fault at every call of the workflow for every device type. {@code -Dfault.table=src/docs/fault-table.md} also writes the table
 * to that file.
 */
@Tag("long")
class FaultTableTest {

    @Test
    void P1_P3_whatever_goes_wrong_there_is_one_launch_at_most_and_no_untruth() throws IOException {
        TrialRunner.run(TrialRunner.withoutFault()
                .toList()); // warm-up: a cold start is slower than the delays that are injected
        List<TrialResult> trialResults = TrialRunner.run(TrialRunner.all());
        String table = new FaultTable(trialResults).toMarkdown();
        System.out.println(table);
        Optional<String> file = Optional.ofNullable(System.getProperty("fault.table"));
        if (file.isPresent()) Files.writeString(Path.of(file.get()), table);

        assertThat(trialResults).hasSizeGreaterThan(1_000);
        SoftAssertions.assertSoftly(
                softly -> trialResults.forEach(trialResult -> TrialInvariants.check(trialResult, softly)));
    }
}
