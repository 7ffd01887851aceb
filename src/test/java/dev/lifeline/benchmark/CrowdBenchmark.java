package dev.lifeline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Seven rescues at once in one channel, where Slack takes one post a second: how long a change of state waits until its message shows it,
 * and a thread line until it is in Slack. Both are read from the outbox, where each message has the time it was written and delivered.
 */
final class CrowdBenchmark {

    private static final int RESCUES = 7;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private static final String MESSAGES = """
            select stream_key, kind, created_at, completed_at from outbox_messages
            where stream_key like 'request:%' and completed_at is not null order by id desc
            """;

    private final Environment environment;
    private final Results results;
    private final BotLaunch launch;

    CrowdBenchmark(Environment environment, Results results, BotLaunch launch) {
        this.environment = environment;
        this.results = results;
        this.launch = launch;
    }

    /** One round with one contender. */
    void measure(Contender contender) {
        if (contender == Contender.PEER) return;
        BotDatabase database = environment.newDatabase(contender);
        try (RescueStand stand = RescueStand.start(environment, database, launch, RecordingProxy::before)) {
            rescueAll(stand, contender);
            Waits waits = waits(database.jdbcUrl());
            results.add(Figure.STATE_SHOWN_P90, contender, waits.states().p90() / MILLIS_PER_SECOND);
            results.add(Figure.THREAD_LINE_P90, contender, waits.threadLines().p90() / MILLIS_PER_SECOND);
        }
    }

    private void rescueAll(RescueStand stand, Contender contender) {
        List<String> devices = stand.guests(RESCUES);
        devices.forEach(device -> stand.type("/rescue " + device));
        devices.forEach(device -> pressWhenShown(stand, "Yes, boot into rescue", device));
        devices.forEach(device -> RescueStand.await(
                device, () -> !stand.messages("End rescue", device).isEmpty()));
        results.add(Figure.RESCUE_THREADS, contender, stand.bot().usage().threads());
        devices.forEach(device -> pressWhenShown(stand, "End rescue", device));
        devices.forEach(device -> RescueStand.await(
                device,
                () -> !stand.messages("is back in its installed system", device).isEmpty()));
    }

    private static void pressWhenShown(RescueStand stand, String label, String device) {
        RescueStand.await(label, () -> !stand.messages(label, device).isEmpty());
        JsonNode message = stand.messages(label, device).get(0);
        stand.press(label, message.path("ts").asText());
    }

    private record Waits(Latencies states, Latencies threadLines) {}

    /** Newest first: a state is shown as soon as its own or a later status message is in Slack. */
    private static Waits waits(String jdbcUrl) {
        List<Long> states = new ArrayList<>();
        List<Long> threadLines = new ArrayList<>();
        Map<String, Long> shown = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet message = statement.executeQuery(MESSAGES)) {
            while (message.next()) {
                long created = message.getLong("created_at");
                long completed = message.getLong("completed_at");
                if (message.getString("kind").equals("StatusMessage"))
                    states.add(shown.merge(message.getString("stream_key"), completed, Math::min) - created);
                else threadLines.add(completed - created);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Waits(millis(states), millis(threadLines));
    }

    private static Latencies millis(List<Long> values) {
        return Latencies.ofNanos(IntStream.range(0, values.size())
                .mapToLong(i -> values.get(i) * NANOS_PER_MILLI)
                .toArray());
    }
}
