package dev.lifeline.benchmark;

import dev.lifeline.benchmark.RecordingProxy.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole rescues by a bot in a process of its own, one after another in one channel: how soon the message and the provider call follow, and
 * what they cost in calls and connections. Once with stand-ins that answer at once, and once with a Slack as far away as Slack is.
 */
final class RescueBenchmark {

    private static final Duration SLACK_DELAY = Duration.ofMillis(80);

    /** Slack takes one post a second in a channel: longer than that since the last one, so that it is not measured here. */
    private static final long QUIET_MILLIS = 2_500;

    /** Requests that are not counted: the first of each kind loads its classes. */
    private static final int WARM_UP_REQUESTS = 2;

    private final Environment environment;
    private final Results results;
    private final BotLaunch launch;
    private final int cancelledRequests;
    private final int completeRescues;

    /**
     * Creates the part.
     *
     * @param completeRescues in a round; three times as many more are cancelled at the confirmation, for the time to the message alone
     */
    RescueBenchmark(Environment environment, Results results, BotLaunch launch, int completeRescues) {
        this.environment = environment;
        this.results = results;
        this.launch = launch;
        this.completeRescues = completeRescues;
        this.cancelledRequests = 3 * completeRescues;
    }

    /** One round with one contender. */
    void measure(Contender contender) {
        if (contender == Contender.PEER) return;
        measureNear(contender);
        measureFar(contender);
    }

    private void measureNear(Contender contender) {
        try (RescueStand stand =
                RescueStand.start(environment, environment.newDatabase(contender), launch, RecordingProxy::before)) {
            Samples samples = sample(stand);
            results.add(Figure.MESSAGE_P50, contender, samples.toMessage().p50());
            results.add(Figure.MESSAGE_P99, contender, samples.toMessage().p99());
            results.add(
                    Figure.PROVIDER_CALL_P99,
                    contender,
                    samples.toProviderCall().p99());
            results.add(Figure.WEB_API_CALLS, contender, mean(samples.webApiCalls()));
            results.remark(
                    "p99 of `/rescue` → message is of %d, of Yes → provider call of %d rescues in a round: the longest."
                            .formatted(
                                    samples.toMessage().count(),
                                    samples.toProviderCall().count()));
        }
    }

    private void measureFar(Contender contender) {
        TlsIdentity identity = TlsIdentity.create(environment.folder());
        try (RescueStand stand = RescueStand.start(
                environment,
                environment.newDatabase(contender),
                identity.trustedBy(launch),
                fake -> RecordingProxy.farBefore(fake, SLACK_DELAY, identity.serverContext()))) {
            Samples samples = sample(stand);
            results.add(
                    Figure.REMOTE_MESSAGE_P99, contender, samples.toMessage().p99());
            results.add(
                    Figure.REMOTE_PROVIDER_CALL_P99,
                    contender,
                    samples.toProviderCall().p99());
            results.add(Figure.REMOTE_CONNECTIONS, contender, mean(samples.connections()));
        }
    }

    private record Samples(
            Latencies toMessage, Latencies toProviderCall, List<Long> webApiCalls, List<Long> connections) {}

    private Samples sample(RescueStand stand) {
        List<Long> toMessage = new ArrayList<>();
        List<Long> toProviderCall = new ArrayList<>();
        List<Long> webApiCalls = new ArrayList<>();
        List<Long> connections = new ArrayList<>();
        for (int i = -WARM_UP_REQUESTS; i < cancelledRequests; i++) {
            long nanos = request(stand);
            if (i >= 0) toMessage.add(nanos);
            pressWhenShown(stand, "No, cancel");
            ChildProcess.pause(QUIET_MILLIS);
        }
        for (int i = 0; i < completeRescues; i++) {
            long typed = System.nanoTime();
            toMessage.add(request(stand));
            long pressed = System.nanoTime();
            toProviderCall.add(confirm(stand));
            finish(stand);
            webApiCalls.add((long) stand.slackProxy().since(pressed).size());
            connections.add(stand.slackProxy().since(typed).stream()
                    .map(Call::client)
                    .distinct()
                    .count());
        }
        return new Samples(nanos(toMessage), nanos(toProviderCall), webApiCalls, connections);
    }

    /** Nanoseconds from the command until its message is in the channel. */
    private static long request(RescueStand stand) {
        long start = System.nanoTime();
        stand.type("/rescue " + RescueStand.DEVICE);
        return stand.awaitCall(stand.slackProxy(), "chat.postMessage", start).answeredNanos() - start;
    }

    /** Nanoseconds from the click on Yes until the provider has the call. */
    private static long confirm(RescueStand stand) {
        ChildProcess.pause(QUIET_MILLIS);
        stand.awaitVisible("Yes, boot into rescue");
        long start = System.nanoTime();
        stand.press("Yes, boot into rescue");
        return stand.awaitCall(stand.providerProxy(), "executeRescueLayer", start)
                        .receivedNanos()
                - start;
    }

    /** A post that was answered may be another one than that with the button, and a thread line comes before its status message. */
    private static void pressWhenShown(RescueStand stand, String label) {
        stand.awaitVisible(label);
        stand.press(label);
    }

    private static void finish(RescueStand stand) {
        stand.awaitVisible("is in the rescue kernel at");
        pressWhenShown(stand, "End rescue");
        stand.awaitVisible("is back in its installed system");
        stand.reload();
        ChildProcess.pause(QUIET_MILLIS);
    }

    private static Latencies nanos(List<Long> values) {
        return Latencies.ofNanos(values.stream().mapToLong(Long::longValue).toArray());
    }

    private static double mean(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
    }
}
