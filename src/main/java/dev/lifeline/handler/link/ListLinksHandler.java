package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.ManualLinkRules;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.reply.LinkReplies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue links}: who is linked to which cloud user. A user manager sees those below, the owner all, everybody themselves. */
public final class ListLinksHandler {

    private final HandlerContext context;
    private final ManualLinkRules linkRules;

    public ListLinksHandler(HandlerContext context) {
        this.context = context;
        this.linkRules = new ManualLinkRules(context.linkServices().cloudUsers());
    }

    public Effects handle(Caller caller) {
        List<AccountLink> accountLinks = new ArrayList<>();
        List<CloudUser> users = new ArrayList<>();
        Map<CloudUserId, Optional<CloudUser>> seen = new HashMap<>();
        for (AccountLink accountLink : candidates(caller))
            seen.computeIfAbsent(accountLink.cloudUserId(), id -> visible(caller, id))
                    .ifPresent(user -> {
                        accountLinks.add(accountLink);
                        users.add(user);
                    });
        return context.reply(caller, LinkReplies.in(caller.locale()).linkList(accountLinks, users));
    }

    private List<AccountLink> candidates(Caller caller) {
        return ManualLinkRules.isUserManager(caller.cloudUser())
                ? context.linkServices().accountLinks().listActive()
                : context.linkServices()
                        .accountLinks()
                        .findByCloudUser(caller.cloudUser().id());
    }

    private Optional<CloudUser> visible(Caller caller, CloudUserId id) {
        CloudUser manager = caller.cloudUser();
        return context.linkServices()
                .cloudUsers()
                .findById(id)
                .filter(user -> user.id().equals(manager.id()) || linkRules.canManage(manager, user));
    }
}
