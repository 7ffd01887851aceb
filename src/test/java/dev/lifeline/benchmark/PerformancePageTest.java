package dev.lifeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PerformancePageTest {

    @Test
    void a_kept_run_takes_the_place_of_the_one_before_and_the_rest_stays() throws IOException {
        String page = Files.readString(PerformancePage.PAGE);
        String once = PerformancePage.withRun(page, "the first run");

        String twice = PerformancePage.withRun(once, "the second run");

        assertThat(twice).contains("the second run").doesNotContain("the first run");
        assertThat(PerformancePage.withRun(twice, "the first run")).isEqualTo(once);
    }

    @Test
    void a_page_without_the_marks_is_left_alone() {
        assertThatThrownBy(() -> PerformancePage.withRun("# Performance", "a run"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
