package dev.lifeline.store.sql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.rescue.DeviceClass;
import dev.lifeline.rescue.Phase;
import dev.lifeline.rescue.PhaseDuration;
import dev.lifeline.rescue.PhaseDurations;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.database.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Durations of phases as rows, by an index for each question that is asked. What was read is kept for 5 minutes. */
public final class SqlPhaseDurations implements PhaseDurations {

    private static final Duration CACHE_TTL = Duration.ofMinutes(5);

    /** Enough for every site and size to have some. */
    private static final int MAX_ROWS = 500;

    private static final String INSERT = """
            insert into phase_durations (request, phase, kind, datacenter, size, took, ended_at)
            values (:request, :phase, :kind, :datacenter, :size, :took, :now)
            on conflict do nothing
            """;

    private static final String SELECT = """
            select phase, kind, datacenter, size, took from phase_durations
            where phase = :phase and kind = :kind order by ended_at desc limit :limit
            """;

    private final Transactions transactions;
    private final LoadingCache<Question, List<PhaseDuration>> cache;

    /** @param ticker monotonic; the age of what is kept is measured by it */
    public SqlPhaseDurations(Transactions transactions, Ticker ticker) {
        this.transactions = transactions;
        this.cache = Caffeine.newBuilder()
                .expireAfterWrite(CACHE_TTL)
                .ticker(ticker)
                .maximumSize((long) Phase.values().length * DeviceClass.Kind.values().length)
                .executor(Runnable::run)
                .build(this::read);
    }

    private record Question(Phase phase, DeviceClass.Kind kind) {}

    @Override
    public List<PhaseDuration> findRecent(Phase phase, DeviceClass.Kind kind) {
        return cache.get(new Question(phase, kind));
    }

    private List<PhaseDuration> read(Question question) {
        return transactions.read(handle -> handle
                .createQuery(SELECT)
                .bind("phase", question.phase().name())
                .bind("kind", question.kind().name())
                .bind("limit", MAX_ROWS)
                .map((row, context) -> phaseDuration(question, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** Empty where a newer release wrote a size that this one does not know, and of a time that no phase takes. */
    private static Optional<PhaseDuration> phaseDuration(Question question, ResultSet row) throws SQLException {
        String size = row.getString("size");
        String datacenter = row.getString("datacenter");
        Duration took = Duration.ofMillis(row.getLong("took"));
        return Arrays.stream(DeviceClass.Size.values())
                .filter(known -> known.name().equals(size))
                .filter(known -> PhaseDuration.isPlausible(took))
                .findFirst()
                .map(known ->
                        new PhaseDuration(question.phase(), new DeviceClass(question.kind(), datacenter, known), took));
    }

    /** Stores what a request has observed; what is stored already stays. Part of the transaction that saves the request. */
    static void store(Handle handle, RescueRequest request, long now) {
        List<PhaseDuration> observed = request.observedDurations();
        if (observed.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (PhaseDuration duration : observed)
            batch.bind("request", request.id().value())
                    .bind("phase", duration.phase().name())
                    .bind("kind", duration.deviceClass().kind().name())
                    .bind("datacenter", duration.deviceClass().datacenter())
                    .bind("size", duration.deviceClass().size().name())
                    .bind("took", duration.took().toMillis())
                    .bind("now", now)
                    .add();
        batch.execute();
    }
}
