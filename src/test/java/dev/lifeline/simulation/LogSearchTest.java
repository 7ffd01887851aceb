package dev.lifeline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogSearchTest {

    private static final Logger LOG = LoggerFactory.getLogger("dev.lifeline.simulation.searched");

    @Test
    @SuppressWarnings("try") // it searches while it is open
    void a_secret_is_found_in_a_line_in_its_fields_and_in_what_was_thrown() {
        List<String> found = new ArrayList<>();
        try (LogSearch search = new LogSearch("hunter2", found::add)) {
            LOG.debug("hunter2");
            LOG.info("password {}", "hunter2");
            LOG.warn("failed", new IllegalStateException("at last", new IllegalArgumentException("hunter2")));
            LOG.info("password {}", "hidden");
        }
        LOG.info("hunter2");

        assertThat(found).hasSize(3);
    }
}
