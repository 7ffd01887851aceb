package dev.lifeline.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The processes that serve one database: one on SQLite, three on PostgreSQL. All but one are struck at once and do not come back, so that
 * the one left takes over whatever they had in hand; a single one is started again.
 */
final class Replicas implements AutoCloseable {

    private final List<RestartableBot> bots;

    private Replicas(List<RestartableBot> bots) {
        this.bots = bots;
    }

    /** Starts so many processes on a database; returns when all are ready. */
    static Replicas start(FakePlatforms platforms, String databaseUrl, Path folder, int count) {
        List<RestartableBot> bots = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(
                        ignored -> bots.add(RestartableBot.launch(platforms, platforms.settings(databaseUrl), folder)));
        bots.forEach(RestartableBot::awaitReady);
        return new Replicas(bots);
    }

    /**
     * Strikes all but one.
     *
     * @param spared which one, counted round; of a single process none is spared
     */
    void strike(Disturbance disturbance, int spared) {
        if (bots.size() == 1) {
            disturbance.strike(bots);
            if (disturbance.ends()) bots.get(0).startAgain();
            else bots.get(0).awaitReady();
            return;
        }
        RestartableBot left = bots.get(spared % bots.size());
        disturbance.strike(bots.stream().filter(bot -> bot != left).toList());
    }

    /** What all of them logged. */
    String logs() {
        return String.join(
                "\n---\n",
                bots.stream().map(bot -> bot.process().standardError()).toList());
    }

    @Override
    public void close() {
        bots.forEach(bot -> bot.process().signal("CONT"));
        bots.forEach(RestartableBot::close);
    }
}
