package dev.lifeline.benchmark;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.slack.InMemorySlackStorage;
import dev.lifeline.slack.SlackAdapter;
import dev.lifeline.slack.webapi.SlackClientConfig;
import dev.lifeline.slack.webapi.SlackStorage;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 * Measures the time until a delivery is acknowledged, each stored first. Signed requests arrive at a steady rate at the real Slack
 * adapter with the embedded database and the job engine behind it; times count from when a request was due, so that queueing is included.
 *
 * <p>Each run measures {@code answers} first, so that another mode can be compared with it on the same machine in the same minute.
 *
 * <p>Arguments: deliveries a second; seconds; the downstream mode: {@code answers}, {@code hangs} (a provider that never responds) or
 * {@code slack-hangs} (every reply is stored and waits for a Slack that never responds); {@code replicas} for HTTP mode with replay
 * protection in the database, else the cost of Socket Mode; and a JDBC URL in place of a new embedded database.
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
        boolean replicated = List.of(arguments).contains("replicas");
        Path folder = Files.createTempDirectory("lifeline-benchmark");
        InstantSource clock = InstantSource.system();
        AtomicReference<DownstreamMode> mode = new AtomicReference<>(DownstreamMode.ANSWERS);
        try (FakeSlack slack = FakeSlack.start(SlackOptions.onPort(0));
                Store store = Store.open(databaseUrl(arguments, folder), clock);
                SlackAdapter adapter = newAdapter(slack, store, replicated, clock);
                JobEngine jobEngine = store.createEngine(jobs(store, adapter, mode), JobEngine.PollSettings.DEFAULT)) {
            jobEngine.start();
            runLoad(adapter, rate, 5); // warm-up
            report(rate, DownstreamMode.ANSWERS, runLoad(adapter, rate, seconds), store.inbox());
            if (downstreamMode == DownstreamMode.SLACK_HANGS) hangSlack(slack);
            mode.set(downstreamMode);
            if (downstreamMode != DownstreamMode.ANSWERS)
                report(rate, downstreamMode, runLoad(adapter, rate, seconds), store.inbox());
            if (downstreamMode != DownstreamMode.ANSWERS) haltProcess(folder);
        } finally {
            IO.delete(folder);
        }
    }

    /** The database of the given URL, which is kept afterwards; else a new one. */
    private static String databaseUrl(String[] arguments, Path folder) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("jdbc:"))
                .findFirst()
                .orElse("jdbc:sqlite:" + folder.resolve("benchmark.db"));
    }

    /** Ends the process without waiting for jobs that hang. */
    private static void haltProcess(Path folder) {
        IO.delete(folder);
        Runtime.getRuntime().halt(0);
    }

    private static SlackAdapter newAdapter(FakeSlack slack, Store store, boolean replicated, InstantSource clock) {
        SlackClientConfig account = new SlackClientConfig(
                "xoxb-sandbox-lifeline-bot-token",
                Optional.empty(),
                Optional.of(SIGNING_SECRET),
                URI.create(slack.url() + "/api/"));
        SlackStorage slackStorage = replicated
                ? new SlackStorage(
                        store.inbox(),
                        store.outbox(),
                        store.channelRedirects(),
                        store.seenSignatures(),
                        store.rateLimiter())
                : InMemorySlackStorage.of(store.inbox(), store.outbox(), clock);
        return new SlackAdapter(account, slackStorage, (outboxMessage, reason) -> {}, clock);
    }

    private enum DownstreamMode {
        ANSWERS,
        HANGS,
        SLACK_HANGS;

        static DownstreamMode of(String argument) {
            return valueOf(argument.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static void hangSlack(FakeSlack slack) throws Exception {
        String fault = "{\"fault\":\"slow\",\"seconds\":600,\"for\":600,\"method\":\"chat.postEphemeral\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static JobEngine.Jobs jobs(Store store, SlackAdapter adapter, AtomicReference<DownstreamMode> mode) {
        Inbox inbox = store.inbox();
        JobEngine.Job interactions =
                newJob(id -> processInteraction(store, inbox, id, mode.get()), inbox::pending, id -> Optional.empty());
        Map<String, Instant> retries = new ConcurrentHashMap<>();
        JobEngine.Job deliveries = newJob(
                streamKey -> {
                    retries.remove(streamKey);
                    adapter.deliver(streamKey).ifPresent(time -> retries.put(streamKey, time));
                },
                store.outbox()::pendingStreams,
                streamKey -> Optional.ofNullable(retries.get(streamKey)));
        JobEngine.Job steps = newJob(id -> {}, List::of, id -> Optional.empty());
        return new JobEngine.Jobs(interactions, steps, deliveries, () -> Duration.ofSeconds(5));
    }

    /** Writes what a handler writes for an interaction, without its decisions; or hangs as a provider that never replies. */
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

    private interface JobBody {
        void run(String id);
    }

    private interface PendingIds {
        Collection<String> ids();
    }

    private interface NextRun {
        Optional<Instant> nextRun(String id);
    }

    private static JobEngine.Job newJob(JobBody jobBody, PendingIds pendingIds, NextRun nextRun) {
        return new JobEngine.Job() {
            @Override
            public void run(String instance) {
                jobBody.run(instance);
            }

            @Override
            public Optional<Instant> nextDueAt(String instance) {
                return nextRun.nextRun(instance);
            }

            @Override
            public Collection<String> pending() {
                return pendingIds.ids();
            }
        };
    }

    private static long[] runLoad(SlackAdapter adapter, int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        long[] nanos = new long[count];
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch remaining = new CountDownLatch(count);
        ExecutorService executor = Executors.newFixedThreadPool(SENDER_THREADS);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + TimeUnit.SECONDS.toNanos(number) / rate;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            executor.execute(() -> {
                if (!deliver(adapter, number)) failures.incrementAndGet();
                nanos[number] = System.nanoTime() - due;
                remaining.countDown();
            });
        }
        remaining.await();
        executor.shutdown();
        if (failures.get() > 0) System.out.println(failures + " were not acknowledged");
        Arrays.sort(nanos);
        return nanos;
    }

    private static boolean deliver(SlackAdapter adapter, int number) {
        byte[] body = ("command=%2Frescue&text=web-07&team_id=T0LIFELINE&channel_id=C1&user_id=U1&api_app_id="
                        + "A0LIFELINE&response_url=&trigger_id="
                        + URLEncoder.encode(number + "." + System.nanoTime(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(System.currentTimeMillis() / 1_000);
        Map<String, String> headers =
                Map.of("X-Slack-Request-Timestamp", now, "X-Slack-Signature", signature(now, body));
        var response = adapter.handleHttpRequest("POST", headers, body);
        if (response.status() == 200 && response.body().isEmpty()) return true;
        if (number == 0) System.out.println(response);
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

    private static double percentileMillis(long[] sorted, double fraction) {
        return sorted[(int) Math.min(sorted.length - 1, fraction * sorted.length)] / 1e6;
    }
}
