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
    public synchronized void add(ChannelId oldId, ChannelId newId) {
        ChannelId current = resolve(newId);
        if (current.equals(oldId)) return;
        redirects.replaceAll((source, target) -> target.equals(oldId) ? current : target);
        redirects.put(oldId, current);
    }

    @Override
    public synchronized ChannelId resolve(ChannelId channelId) {
        return redirects.getOrDefault(channelId, channelId);
    }

    @Override
    public synchronized Set<ChannelId> aliases(ChannelId channelId) {
        ChannelId current = resolve(channelId);
        Set<ChannelId> all = new HashSet<>(Set.of(current));
        redirects.forEach((source, target) -> {
            if (target.equals(current)) all.add(source);
        });
        return all;
    }
}
