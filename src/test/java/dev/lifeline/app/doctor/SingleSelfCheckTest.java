package dev.lifeline.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleSelfCheckTest {

    private final List<String> meanwhile = new ArrayList<>();

    @Test
    void who_asks_while_a_check_runs_is_told_so_at_once() {
        SingleSelfCheck[] single = new SingleSelfCheck[1];
        single[0] = new SingleSelfCheck(() -> {
            meanwhile.addAll(single[0].lines());
            return List.of("ok    settings  all there");
        });

        assertThat(single[0].lines()).containsExactly("ok    settings  all there");

        assertThat(meanwhile).singleElement().asString().startsWith("WARN  doctor    a check");
    }

    @Test
    void a_check_that_failed_is_over() {
        SingleSelfCheck single = new SingleSelfCheck(() -> {
            throw new IllegalStateException("on purpose");
        });

        assertThatThrownBy(single::lines).hasMessage("on purpose");
        assertThatThrownBy(single::lines).hasMessage("on purpose");
    }
}
