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
            handle.execute("update channel_redirects set channel_id = ? where channel_id = ?", today.value(), from.value());
            handle.execute(
                    "insert into channel_redirects (old_channel_id, channel_id) values (?, ?) on conflict (old_channel_id) do update set channel_id = excluded.channel_id",
                    from.value(),
                    today.value());
        });
    }

    @Override
    public ChannelId resolve(ChannelId channelId) {
        return transactions.read(handle -> resolve(handle, channelId));
    }

    private static ChannelId resolve(Handle handle, ChannelId channelId) {
        Optional<ChannelId> moved = handle.createQuery("select channel_id from channel_redirects where old_channel_id = :channelId")
                .bind("channelId", channelId.value())
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
            handle.createQuery("select old_channel_id from channel_redirects where channel_id = :channelId")
                    .bind("channelId", today.value())
                    .mapTo(String.class)
                    .map(ChannelId::new)
                    .forEach(all::add);
            return all;
        });
    }
}
