package dev.lifeline.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.transport.HttpProxies;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the SDK starts for its own clients is stopped, since none of them is used. */
class BoltAppThreadsTest {

    @Test
    void no_thread_counts_the_calls_of_clients_that_nobody_uses() {
        Set<Thread> ofOthers = statisticsThreads();
        try (BoltApp bolt = new BoltApp(URI.create("http://localhost:9/api/"), HttpProxies.JVM_DEFAULT)) {
            assertThat(bolt.app()).isNotNull();
            Awaitility.await().until(() -> ofOthers.containsAll(statisticsThreads()));
        }
    }

    private static Set<Thread> statisticsThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .collect(Collectors.toSet());
    }
}
