package dev.lifeline.store.sql;

import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.store.database.Transactions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One row for each place that is no more, naming today's: whoever moved twice is found in one step. */
public final class SqlChannelRedirects implements ChannelRedirects {

    private final Transactions transactions;

    public SqlChannelRedirects(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ChannelId from, ChannelId to) {
        transactions.write(handle -> {
            ChannelId today = resolve(handle, to);
            if (today.equals(from)) return;
            handle.execute("update whereabouts set today = ? where today = ?", today.value(), from.value());
            handle.execute(
                    "insert into whereabouts (old_place, today) values (?, ?) on conflict (old_place) do update set today = excluded.today",
                    from.value(),
                    today.value());
        });
    }

    @Override
    public ChannelId resolve(ChannelId channelId) {
        return transactions.read(handle -> resolve(handle, channelId));
    }

    private static ChannelId resolve(Handle handle, ChannelId channelId) {
        Optional<ChannelId> moved = handle.createQuery("select today from whereabouts where old_place = :place")
                .bind("place", channelId.value())
                .mapTo(String.class)
                .findOne()
                .map(ChannelId::new);
        return moved.orElse(channelId);
    }

    @Override
    public Set<ChannelId> aliases(ChannelId channelId) {
        return transactions.read(handle -> {
            ChannelId today = resolve(handle, channelId);
            Set<ChannelId> all = new HashSet<>(Set.of(today));
            handle.createQuery("select old_place from whereabouts where today = :today")
                    .bind("today", today.value())
                    .mapTo(String.class)
                    .map(ChannelId::new)
                    .forEach(all::add);
            return all;
        });
    }
}
