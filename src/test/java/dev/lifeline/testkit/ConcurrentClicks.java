package dev.lifeline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Fifty concurrent clicks on one request: Yes, Approve, Deny and Withdraw, by three people, on one bot or on several in turn. */
public final class ConcurrentClicks {

    private static final int CLICK_COUNT = 50;
    private static final int MAX_TRIES = 20;

    private final Jdbi database;
    private final Function<String, ForgedPayloads> payloadsOf;

    /**
     * Clicks on bots that share a database.
     *
     * @param payloadsOf the payloads of a user, by name; may return another bot's endpoint each time
     */
    public ConcurrentClicks(String databaseUrl, Function<String, ForgedPayloads> payloadsOf) {
        this.database = Jdbi.create(databaseUrl);
        this.payloadsOf = payloadsOf;
    }

    /** Clicks before the request is confirmed; whatever the outcome, each click gets its audit entry. */
    public void clickConcurrently() throws InterruptedException, ExecutionException {
        String id = queryOne("select id from rescue_requests order by created_at desc limit 1");
        String buttonValue = id + "."
                + queryOne("select entry from audit_log order by sequence limit 1")
                        .replaceFirst("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (int i = 0; i < CLICK_COUNT; i++) clicks.add(untilStored(clickTask(i, id, buttonValue)));
        long storedBefore = countRows("inbox");
        ExecutorService executor = Executors.newFixedThreadPool(CLICK_COUNT);
        try {
            for (Future<Integer> status : executor.invokeAll(clicks))
                assertThat(status.get()).isEqualTo(200);
        } finally {
            executor.shutdownNow();
        }
        awaitAllReplied(storedBefore);
    }

    /** Presses again where the bot was too busy to store the click, as it told to. */
    private static Callable<Integer> untilStored(Callable<Integer> click) {
        return () -> {
            int status = click.call();
            for (int tries = 1; status == 503 && tries < MAX_TRIES; tries++) status = click.call();
            return status;
        };
    }

    private Callable<Integer> clickTask(int number, String id, String buttonValue) {
        ForgedPayloads bruno = payloadsOf.apply("bruno");
        return switch (number % 5) {
            case 0 -> () -> payloadsOf.apply("asha").click("rescue.confirm", id);
            case 1 -> () -> bruno.click("rescue.approve", buttonValue);
            case 2 -> () -> payloadsOf.apply("chiara").click("rescue.approve", buttonValue);
            case 3 ->
                () -> bruno.submit("rescue.deny", bruno.privateMetadata(buttonValue), Map.of("reason", "not now"));
            default ->
                number < CLICK_COUNT / 2
                        ? () -> payloadsOf.apply("chiara").click("rescue.confirm", id)
                        : () -> payloadsOf.apply("asha").click("rescue.cancel", id);
        };
    }

    private void awaitAllReplied(long storedBefore) {
        Awaitility.await("every click is processed")
                .until(() -> countRows("inbox where processed_at is null") == 0
                        && countRows("inbox") >= storedBefore + CLICK_COUNT);
        long refusals = countRows("audit_log where entry like '%\"event\":\"rejected-%'");
        long transitions = List.of("confirmed", "approved", "denied", "cancelled").stream()
                .mapToLong(text -> countRows("audit_log where entry like '%\"event\":\"" + text + "\"%'"))
                .sum();
        assertThat(refusals + transitions)
                .as("clicks with an audit entry")
                .isEqualTo(countRows("inbox") - storedBefore);
    }

    /**
     * Asserts that the clicks had one outcome: one decision at most, one end at most, and not neither. An approved
     * request may still be taken back before its launch, by decision 0031, so that "cancelled" may follow "approved".
     */
    public void assertOneOutcome() {
        long approved = countInAuditLog("approved");
        long denied = countInAuditLog("denied");
        long cancelled = countInAuditLog("cancelled");
        assertThat(approved + denied).as("decisions").isLessThanOrEqualTo(1);
        assertThat(denied + cancelled).as("ends").isLessThanOrEqualTo(1);
        assertThat(approved + denied + cancelled).as("outcomes").isPositive();
    }

    /** The number of audit entries that contain the text. */
    public long countInAuditLog(String text) {
        return countRows("audit_log where entry like '%\"event\":\"" + text + "\"%'");
    }

    private long countRows(String table) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    private String queryOne(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
