package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.LinkChangeRules;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.LinkReplies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /rescue links}: who is linked to which cloud user. A user manager sees those below, the owner all, other callers themselves. */
public final class ListLinksHandler {

    private final AccountLinks accountLinks;
    private final CloudUsers cloudUsers;
    private final LinkChangeRules linkRules;
    private final Replies replies;

    public ListLinksHandler(AccountLinks accountLinks, CloudUsers cloudUsers, Replies replies) {
        this.accountLinks = accountLinks;
        this.cloudUsers = cloudUsers;
        this.linkRules = new LinkChangeRules(cloudUsers, accountLinks);
        this.replies = replies;
    }

    public Effects handle(Caller caller) {
        List<AccountLink> links = new ArrayList<>();
        List<CloudUser> users = new ArrayList<>();
        for (CloudUser manager : caller.cloudUsers()) addVisible(manager, links, users);
        return replies.reply(caller, LinkReplies.in(caller.locale()).linkList(links, users));
    }

    private void addVisible(CloudUser manager, List<AccountLink> links, List<CloudUser> users) {
        Map<CloudUserId, Optional<CloudUser>> read = new HashMap<>();
        for (AccountLink link : candidates(manager))
            read.computeIfAbsent(link.cloudUserId(), id -> visible(manager, id)).ifPresent(user -> {
                links.add(link);
                users.add(user);
            });
    }

    private List<AccountLink> candidates(CloudUser manager) {
        if (!LinkChangeRules.isUserManager(manager)) return accountLinks.findByCloudUser(manager.id());
        return accountLinks.listActive().stream()
                .filter(link -> link.account().equals(manager.id().account()))
                .toList();
    }

    private Optional<CloudUser> visible(CloudUser manager, CloudUserId id) {
        return cloudUsers
                .findById(id)
                .filter(user -> user.id().equals(manager.id()) || linkRules.canManage(manager, user));
    }
}
