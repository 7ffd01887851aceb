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
public final class Stampede {

    private static final int CLICKS = 50;

    private final Jdbi database;
    private final Function<String, Forger> forging;

    /**
     * A stampede on bots that share a database.
     *
     * @param forging who clicks, by name; may answer another bot's door each time
     */
    public Stampede(String databaseUrl, Function<String, Forger> forging) {
        this.database = Jdbi.create(databaseUrl);
        this.forging = forging;
    }

    /** Everything at once, before anybody said Yes; whatever comes of it, every click gets its line on the record. */
    public void clicks() throws InterruptedException, ExecutionException {
        String id = one("select id from rescue_requests order by opened_at desc limit 1");
        String card = id + "."
                + one("select text from audit_log order by number limit 1")
                        .replaceFirst("(?s).*\"plan\":\"([0-9a-f]+)\".*", "$1");
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) clicks.add(click(i, id, card));
        ExecutorService hands = Executors.newFixedThreadPool(CLICKS);
        try {
            for (Future<Integer> status : hands.invokeAll(clicks))
                assertThat(status.get()).isEqualTo(200);
        } finally {
            hands.shutdownNow();
        }
        everyoneIsAnswered();
    }

    private Callable<Integer> click(int number, String id, String card) {
        Forger bruno = forging.apply("bruno");
        return switch (number % 5) {
            case 0 -> () -> forging.apply("asha").presses("rescue.confirm", id);
            case 1 -> () -> bruno.presses("rescue.approve", card);
            case 2 -> () -> forging.apply("chiara").presses("rescue.approve", card);
            case 3 -> () -> bruno.submits("rescue.deny", bruno.about(card), Map.of("reason", "not now"));
            default ->
                number < CLICKS / 2
                        ? () -> forging.apply("chiara").presses("rescue.confirm", id)
                        : () -> forging.apply("asha").presses("rescue.cancel", id);
        };
    }

    private void everyoneIsAnswered() {
        Awaitility.await("everybody is answered")
                .atMost(Duration.ofSeconds(90))
                .until(() -> count("inbox where answered_at is null") == 0 && count("inbox") >= CLICKS);
        long tried = count("audit_log where text like '%\"what\":\"refused-%'");
        long moved = List.of("confirmed", "approved", "denied", "cancelled").stream()
                .mapToLong(what -> count("audit_log where text like '%\"what\":\"" + what + "\"%'"))
                .sum();
        assertThat(tried + moved).as("clicks with a line on the record").isEqualTo(CLICKS);
    }

    /** How often this stands on the record. */
    public long onRecord(String what) {
        return count("audit_log where text like '%\"what\":\"" + what + "\"%'");
    }

    private long count(String from) {
        return database.withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    private String one(String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
