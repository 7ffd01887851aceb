package dev.lifeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;

/** Fifty clicks at once on one request: Yes, Approve, Deny and Withdraw, by three people, to one bot or to several in turn. */
public final class ConcurrentClicks {

    private static final int CLICK_COUNT = 50;

    private final Jdbi database;
    private final Function<String, ForgedPayloads> payloadsOf;

    /**
     * A stampede on bots that share a database.
     *
     * @param payloadsOf who clicks, by name; may answer another bot's door each time
     */
    public ConcurrentClicks(String databaseUrl, Function<String, ForgedPayloads> payloadsOf) {
        this.database = Jdbi.create(databaseUrl);
        this.payloadsOf = payloadsOf;
    }

    /** Everything at once, before anybody said Yes; whatever comes of it, every click gets its line on the record. */
    public void clickConcurrently() throws InterruptedException, ExecutionException {
        String id = queryOne("select id from rescue_requests order by created_at desc limit 1");
        String card = id + "."
                + queryOne("select entry from audit_log order by sequence limit 1")
                        .replaceFirst("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (int i = 0; i < CLICK_COUNT; i++) clicks.add(clickTask(i, id, card));
        ExecutorService hands = Executors.newFixedThreadPool(CLICK_COUNT);
        try {
            for (Future<Integer> status : hands.invokeAll(clicks))
                assertThat(status.get()).isEqualTo(200);
        } finally {
            hands.shutdownNow();
        }
        awaitAllReplied();
    }

    private Callable<Integer> clickTask(int number, String id, String card) {
        ForgedPayloads bruno = payloadsOf.apply("bruno");
        return switch (number % 5) {
            case 0 -> () -> payloadsOf.apply("asha").click("rescue.confirm", id);
            case 1 -> () -> bruno.click("rescue.approve", card);
            case 2 -> () -> payloadsOf.apply("chiara").click("rescue.approve", card);
            case 3 -> () -> bruno.submit("rescue.deny", bruno.privateMetadata(card), Map.of("reason", "not now"));
            default ->
                number < CLICK_COUNT / 2
                        ? () -> payloadsOf.apply("chiara").click("rescue.confirm", id)
                        : () -> payloadsOf.apply("asha").click("rescue.cancel", id);
        };
    }

    private void awaitAllReplied() {
        Awaitility.await("everybody is answered")
                .atMost(Duration.ofSeconds(90))
                .until(() -> countRows("inbox where processed_at is null") == 0 && countRows("inbox") >= CLICK_COUNT);
        long tried = countRows("audit_log where entry like '%\"what\":\"refused-%'");
        long moved = List.of("confirmed", "approved", "denied", "cancelled").stream()
                .mapToLong(what -> countRows("audit_log where entry like '%\"what\":\"" + what + "\"%'"))
                .sum();
        assertThat(tried + moved).as("clicks with a line on the record").isEqualTo(CLICK_COUNT);
    }

    /** How often this stands on the record. */
    public long countInAuditLog(String what) {
        return countRows("audit_log where entry like '%\"what\":\"" + what + "\"%'");
    }

    private long countRows(String from) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private String queryOne(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
