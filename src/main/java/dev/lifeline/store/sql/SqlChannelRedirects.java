package dev.lifeline.store.sql;

import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.store.database.Transactions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Channel redirects as rows, one for each former id. All name the current id, so that a channel that changed twice takes one lookup. */
public final class SqlChannelRedirects implements ChannelRedirects {

    private static final String UPSERT = """
            insert into channel_redirects (old_channel_id, channel_id) values (?, ?)
            on conflict (old_channel_id) do update set channel_id = excluded.channel_id
            """;

    private final Transactions transactions;

    public SqlChannelRedirects(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(ChannelId from, ChannelId to) {
        transactions.write(handle -> {
            ChannelId current = resolve(handle, to);
            if (current.equals(from)) return;
            handle.execute(
                    "update channel_redirects set channel_id = ? where channel_id = ?", current.value(), from.value());
            handle.execute(UPSERT, from.value(), current.value());
        });
    }

    @Override
    public ChannelId resolve(ChannelId channelId) {
        return transactions.read(handle -> resolve(handle, channelId));
    }

    private static ChannelId resolve(Handle handle, ChannelId channelId) {
        Optional<ChannelId> current = handle.createQuery(
                        "select channel_id from channel_redirects where old_channel_id = :channelId")
                .bind("channelId", channelId.value())
                .mapTo(String.class)
                .findOne()
                .map(ChannelId::new);
        return current.orElse(channelId);
    }

    @Override
    public Set<ChannelId> aliases(ChannelId channelId) {
        return transactions.read(handle -> {
            ChannelId current = resolve(handle, channelId);
            Set<ChannelId> all = new HashSet<>(Set.of(current));
            handle.createQuery("select old_channel_id from channel_redirects where channel_id = :channelId")
                    .bind("channelId", current.value())
                    .mapTo(String.class)
                    .map(ChannelId::new)
                    .forEach(all::add);
            return all;
        });
    }
}
