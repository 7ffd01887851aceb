package dev.lifeline.testkit;

import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Channel redirects in memory. */
public final class InMemoryChannelRedirects implements ChannelRedirects {

    private final Map<ChannelId, ChannelId> redirects = new HashMap<>();

    @Override
    public synchronized void add(ChannelId from, ChannelId to) {
        ChannelId today = resolve(to);
        if (today.equals(from)) return;
        redirects.replaceAll((old, then) -> then.equals(from) ? today : then);
        redirects.put(from, today);
    }

    @Override
    public synchronized ChannelId resolve(ChannelId channelId) {
        return redirects.getOrDefault(channelId, channelId);
    }

    @Override
    public synchronized Set<ChannelId> aliases(ChannelId channelId) {
        ChannelId today = resolve(channelId);
        Set<ChannelId> all = new HashSet<>(Set.of(today));
        redirects.forEach((old, then) -> {
            if (then.equals(today)) all.add(old);
        });
        return all;
    }
}
