package dev.lifeline.app;

import dev.lifeline.transport.CallObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times calls to somebody outside, as one histogram by method and outcome. */
final class CallMetrics implements CallObserver {

    /** From what is quick to the time-out of a provider command. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(120)
    };

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final Tags tags;

    /** By method and outcome, of which there are few: the registry would build each one anew to find it. */
    private final Map<Call, Timer> timers = new ConcurrentHashMap<>();

    private record Call(String method, String outcome) {}

    CallMetrics(MeterRegistry registry, String name, String description) {
        this(registry, name, description, Tags.empty());
    }

    /** @param tags besides method and outcome; one meter has the same keys everywhere */
    CallMetrics(MeterRegistry registry, String name, String description, Tags tags) {
        this.tags = tags;
        this.registry = registry;
        this.name = name;
        this.description = description;
    }

    @Override
    public Observation begin(String method) {
        Timer.Sample sample = Timer.start(registry);
        return outcome -> sample.stop(timers.computeIfAbsent(new Call(method, outcome), this::timer));
    }

    private Timer timer(Call call) {
        return Timer.builder(name)
                .description(description)
                .tag("method", call.method())
                .tag("outcome", call.outcome())
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
