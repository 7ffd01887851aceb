package dev.lifeline.bench;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Inbox;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Line;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Place;
import dev.lifeline.sandbox.slack.PretendSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.slack.LoneShelves;
import dev.lifeline.slack.Shelves;
import dev.lifeline.slack.SlackAccount;
import dev.lifeline.slack.SlackDoor;
import dev.lifeline.store.Engine;
import dev.lifeline.store.Store;
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
 * How long until a delivery may be acknowledged, each stored first? Signed requests at a steady rate through the real door into the
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

    private static final String SECRET = "a-signing-secret-of-the-benchmark";
    private static final int HANDS = 32;
    private static final Message ANSWER = Message.saying(Line.words("Nothing is in rescue."));

    private InboxBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        Behind behind = Behind.of(arguments.length > 2 ? arguments[2] : "answers");
        boolean shared = List.of(arguments).contains("replicas");
        Path folder = Files.createTempDirectory("lifeline-bench");
        InstantSource clock = InstantSource.system();
        AtomicReference<Behind> now = new AtomicReference<>(Behind.ANSWERS);
        try (PretendSlack slack = PretendSlack.start(SlackOptions.onPort(0));
                Store store = Store.open(database(arguments, folder), clock);
                SlackDoor door = door(slack, store, shared, clock);
                Engine engine = store.engine(jobs(store, door, now), Engine.Pace.USUAL)) {
            engine.start();
            run(door, rate, 5); // warm
            report(rate, Behind.ANSWERS, run(door, rate, seconds), store.inbox());
            if (behind == Behind.SLACK_HANGS) hang(slack);
            now.set(behind);
            if (behind != Behind.ANSWERS) report(rate, behind, run(door, rate, seconds), store.inbox());
            if (behind != Behind.ANSWERS) halt(folder);
        } finally {
            IO.delete(folder);
        }
    }

    /** The one whose URL was given, which is left as it is afterwards; else one of its own. */
    private static String database(String[] arguments, Path folder) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("jdbc:"))
                .findFirst()
                .orElse("jdbc:sqlite:" + folder.resolve("bench.db"));
    }

    /** What hangs would be waited for. */
    private static void halt(Path folder) {
        IO.delete(folder);
        Runtime.getRuntime().halt(0);
    }

    private static SlackDoor door(PretendSlack slack, Store store, boolean shared, InstantSource clock) {
        SlackAccount account = new SlackAccount(
                "xoxb-sandbox-lifeline-bot-token",
                Optional.empty(),
                Optional.of(SECRET),
                URI.create(slack.url() + "/api/"));
        Shelves shelves = shared
                ? new Shelves(store.inbox(), store.outbox(), store.whereabouts(), store.replays(), store.budgets())
                : LoneShelves.of(store.inbox(), store.outbox(), clock);
        return new SlackDoor(account, shelves, (letter, reason) -> {}, clock);
    }

    private enum Behind {
        ANSWERS,
        HANGS,
        SLACK_HANGS;

        static Behind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static void hang(PretendSlack slack) throws Exception {
        String fault = "{\"fault\":\"slow\",\"seconds\":600,\"for\":600,\"method\":\"chat.postEphemeral\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(slack.url() + "/sandbox/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    private static Engine.Jobs jobs(Store store, SlackDoor door, AtomicReference<Behind> now) {
        Inbox inbox = store.inbox();
        Engine.Job answers =
                job(id -> answered(store, inbox, id, now.get()), inbox::unanswered, id -> Optional.empty());
        Map<String, Instant> again = new ConcurrentHashMap<>();
        Engine.Job deliveries = job(
                lane -> {
                    again.remove(lane);
                    door.deliver(lane).ifPresent(time -> again.put(lane, time));
                },
                store.outbox()::lanes,
                lane -> Optional.ofNullable(again.get(lane)));
        Engine.Job steps = job(id -> {}, List::of, id -> Optional.empty());
        return new Engine.Jobs(answers, steps, deliveries, () -> Duration.ofSeconds(5));
    }

    /** What the front desk writes for an ask, without the thinking; or a provider that never answers. */
    private static void answered(Store store, Inbox inbox, String id, Behind behind) {
        if (behind == Behind.HANGS) LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(10));
        store.atomically().run(() -> {
            if (behind == Behind.SLACK_HANGS) store.announcer().privately(somebody(id), ANSWER);
            inbox.answered(id);
        });
    }

    private static Audience somebody(String id) {
        SlackUserId person = new SlackUserId("U" + Math.floorMod(id.hashCode(), 100));
        return new Audience(person, new Place("C0INCIDENT42"), Optional.empty());
    }

    private interface Work {
        void run(String id);
    }

    private interface Pending {
        Collection<String> ids();
    }

    private interface Due {
        Optional<Instant> of(String id);
    }

    private static Engine.Job job(Work work, Pending pending, Due due) {
        return new Engine.Job() {
            @Override
            public void run(String instance) {
                work.run(instance);
            }

            @Override
            public Optional<Instant> due(String instance) {
                return due.of(instance);
            }

            @Override
            public Collection<String> pending() {
                return pending.ids();
            }
        };
    }

    private static long[] run(SlackDoor door, int rate, int seconds) throws InterruptedException {
        int count = rate * seconds;
        long[] nanos = new long[count];
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(count);
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + TimeUnit.SECONDS.toNanos(number) / rate;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            hands.execute(() -> {
                if (!delivered(door, number)) failed.incrementAndGet();
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

    private static boolean delivered(SlackDoor door, int number) {
        byte[] body = ("command=%2Frescue&text=web-07&team_id=T0LIFELINE&channel_id=C1&user_id=U1&api_app_id="
                        + "A0LIFELINE&response_url=&trigger_id="
                        + URLEncoder.encode(number + "." + System.nanoTime(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        String now = Long.toString(System.currentTimeMillis() / 1_000);
        Map<String, String> headers =
                Map.of("X-Slack-Request-Timestamp", now, "X-Slack-Signature", signature(now, body));
        var answer = door.answer("POST", headers, body);
        if (answer.status() == 200 && answer.body().isEmpty()) return true;
        if (number == 0) System.out.println(answer);
        return false;
    }

    private static String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(int rate, Behind behind, long[] nanos, Inbox inbox) {
        System.out.printf(
                "%d a second, behind it %s: %d deliveries, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.1f ms; %d still to answer%n",
                rate,
                behind,
                nanos.length,
                millis(nanos, 0.5),
                millis(nanos, 0.9),
                millis(nanos, 0.99),
                millis(nanos, 1),
                inbox.unanswered().size());
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
