package dev.lifeline.benchmark;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.job.Job;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.slack.SlackFixture;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.store.Store;
import dev.lifeline.store.jobs.JobEngine;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.util.IO;

/**
 * Measures the time until a delivery may be acknowledged, each stored first. Signed requests at a steady rate through the real door into the
 * embedded database, with the engine taking them up; times are from when a request was due, so that waiting counts.
 *
 * <p>Each run takes the figures behind which everything is answered first, so that one can be told from the other on the same machine in
 * the same minute.
 *
 * <p>Arguments: deliveries a second, seconds, and what the work behind does: {@code answers}, {@code hangs} (a provider that never
 * answers) or {@code slack-hangs} (every answer is written and waits for a Slack that never takes it); {@code replicas} for HTTP mode with the replay memory in the database, else what Socket Mode costs;
 * and a JDBC URL for another database than an embedded one of its own.
 */
public final class InboxBenchmark {

    private static final String SIGNING_SECRET = "a-signing-secret-of-the-benchmark";
    private static final int SENDER_THREADS = 32;
    private static final Message REPLY = Message.of(TextLine.ofText("Nothing is in rescue."));

    private InboxBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        DownstreamMode downstreamMode = DownstreamMode.of(arguments.length > 2 ? arguments[2] : "answers");
        boolean shared = List.of(arguments).contains("replicas");
        Path folder = Files.createTempDirectory("lifeline-bench");
        InstantSource clock = InstantSource.system();
        AtomicReference<DownstreamMode> now = new AtomicReference<>(DownstreamMode.ANSWERS);
        try (FakeSlack slack = FakeSlack.start(SlackOptions.onPort(0));
                Store store = Store.open(databaseUrl(arguments, folder), clock);
                SlackFixture door = newAdapter(slack, store, shared, clock);
                JobEngine jobEngine = store.createEngine(jobs(store, door, now), JobEngine.PollSettings.DEFAULT)) {
            jobEngine.start();
            runLoad(door, rate, 5); // warm
            report(rate, DownstreamMode.ANSWERS, runLoad(door, rate, seconds), store.inbox());
            if (downstreamMode == DownstreamMode.SLACK_HANGS) hangSlack(slack);
            now.set(downstreamMode);
            if (downstreamMode != DownstreamMode.ANSWERS)
                report(rate, downstreamMode, runLoad(door, rate, seconds), store.inbox());
            if (downstreamMode != DownstreamMode.ANSWERS) haltProcess(folder);
        } finally {
            IO.delete(folder);
        }
    }

    /** The one whose URL was given, which is left as it is afterwards; else one of its own. */
    private static String databaseUrl(String[] arguments, Path folder) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("jdbc:"))
                .findFirst()
                .orElse("jdbc:sqlite:" + folder.resolve("bench.db"));
    }

    /** What hangs would be waited for. */
    private static void haltProcess(Path folder) {
        IO.delete(folder);
        Runtime.getRuntime().halt(0);
    }

    private static SlackFixture newAdapter(FakeSlack slack, Store store, boolean shared, InstantSource clock) {
        SlackClientConfig account = new SlackClientConfig(
                "xoxb-sandbox-lifeline-bot-token",
                Optional.empty(),
                Optional.of(SIGNING_SECRET),
                URI.create(slack.url() + "/api/"));
        if (!shared) return SlackFixture.of(account, store.inbox(), store.outbox(), clock);
        return SlackFixture.of(
                new SlackAdapter(account, store.rateLimiter(), store.channelRedirects(), clock),
                store.inbox(),
                store.seenSignatures(),
                store.outbox());
    }

    private enum DownstreamMode {
        ANSWERS,
        HANGS,
        SLACK_HANGS;

        static DownstreamMode of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static void hangSlack(FakeSlack slack) throws Exception {
        String fault = "{\"fault\":\"slow\",\"seconds\":600,\"for\":600,\"method\":\"chat.postEphemeral\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static JobEngine.Jobs jobs(Store store, SlackFixture door, AtomicReference<DownstreamMode> now) {
        Inbox inbox = store.inbox();
        Job interactions = Job.of(
                id -> {
                    processInteraction(store, inbox, id, now.get());
                    return Optional.empty();
                },
                inbox::pending);
        Job deliveries = door.outboxRelay();
        Job steps = Job.of(id -> Optional.empty(), List::of);
        return new JobEngine.Jobs(interactions, steps, deliveries, () -> Duration.ofSeconds(5));
    }

    /** What the front desk writes for an ask, without the thinking; or a provider that never answers. */
    private static void processInteraction(Store store, Inbox inbox, String id, DownstreamMode downstreamMode) {
        if (downstreamMode == DownstreamMode.HANGS) LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(10));
        store.transactionRunner().run(() -> {
            if (downstreamMode == DownstreamMode.SLACK_HANGS) store.notifier().sendEphemeral(recipient(id), REPLY);
            inbox.markProcessed(id);
        });
    }

    private static Recipient recipient(String id) {
        SlackUserId person = new SlackUserId("U" + Math.floorMod(id.hashCode(), 100));
        return new Recipient(person, new ChannelId("C0INCIDENT42"), Optional.empty());
    }

    private static long[] runLoad(SlackFixture door, int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        long[] nanos = new long[count];
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(count);
        ExecutorService hands = Executors.newFixedThreadPool(SENDER_THREADS);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + TimeUnit.SECONDS.toNanos(number) / rate;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            hands.execute(() -> {
                if (!deliver(door, number)) failed.incrementAndGet();
                nanos[number] = System.nanoTime() - due;
                all.countDown();
            });
        }
        all.await();
        hands.shutdown();
        if (failed.get() > 0) System.out.println(failed + " were not acknowledged");
        Arrays.sort(nanos);
        return nanos;
    }

    private static boolean deliver(SlackFixture door, int number) {
        byte[] body = ("command=%2Frescue&text=web-07&team_id=T0LIFELINE&channel_id=C1&user_id=U1&api_app_id="
                        + "A0LIFELINE&response_url=&trigger_id="
                        + URLEncoder.encode(number + "." + System.nanoTime(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(System.currentTimeMillis() / 1_000);
        Map<String, String> headers =
                Map.of("X-Slack-Request-Timestamp", now, "X-Slack-Signature", signature(now, body));
        var answer = door.handleHttpRequest("POST", headers, body);
        if (answer.status() == 200 && answer.body().isEmpty()) return true;
        if (number == 0) System.out.println(answer);
        return false;
    }

    private static String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(int rate, DownstreamMode downstreamMode, long[] nanos, Inbox inbox) {
        System.out.printf(
                "%d a second, behind it %s: %d deliveries, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.1f ms; %d still to answer%n",
                rate,
                downstreamMode,
                nanos.length,
                percentileMillis(nanos, 0.5),
                percentileMillis(nanos, 0.9),
                percentileMillis(nanos, 0.99),
                percentileMillis(nanos, 1),
                inbox.pending().size());
    }

    private static double percentileMillis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
