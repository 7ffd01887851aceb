package dev.lifeline.command;

import dev.lifeline.access.Binding;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue links}: who is linked to which cloud user. A user manager sees those below, the owner all, everybody themselves. */
final class ListLinks {

    private final Desk desk;
    private final Binding binding;

    ListLinks(Desk desk) {
        this.desk = desk;
        this.binding = new Binding(desk.linking().cloudUsers());
    }

    Decision decide(Caller caller) {
        List<Link> links = new ArrayList<>();
        List<CloudUser> users = new ArrayList<>();
        Map<CloudUserId, Optional<CloudUser>> seen = new HashMap<>();
        for (Link link : candidates(caller))
            seen.computeIfAbsent(link.user(), id -> visible(caller, id)).ifPresent(user -> {
                links.add(link);
                users.add(user);
            });
        return desk.reply(caller, caller.voice().links().list(links, users));
    }

    private List<Link> candidates(Caller caller) {
        return Binding.manages(caller.user())
                ? desk.linking().links().standing()
                : desk.linking().links().to(caller.user().id());
    }

    private Optional<CloudUser> visible(Caller caller, CloudUserId id) {
        CloudUser manager = caller.user();
        return desk.linking()
                .cloudUsers()
                .read(id)
                .filter(user -> user.id().equals(manager.id()) || binding.isAbove(manager, user));
    }
}
