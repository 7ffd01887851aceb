package dev.lifeline.handler.link;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.link.LinkPageAccess.PageContext;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.LinkPages.KeyRejection;
import dev.lifeline.message.reply.LinkPages.TokenRejection;
import dev.lifeline.rescue.TransactionRunner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Creates the link once the user confirms it, on the page on which the key was shown. */
public final class LinkConfirmation {

    private final LinkTokens linkTokens;
    private final CloudUsers cloudUsers;
    private final LinkRecorder linkRecorder;
    private final LinkNotifications notifications;
    private final TransactionRunner transactions;

    public LinkConfirmation(
            LinkTokens linkTokens,
            CloudUsers cloudUsers,
            LinkRecorder linkRecorder,
            LinkNotifications notifications,
            TransactionRunner transactions) {
        this.linkTokens = linkTokens;
        this.cloudUsers = cloudUsers;
        this.linkRecorder = linkRecorder;
        this.notifications = notifications;
        this.transactions = transactions;
    }

    /**
     * Takes the token and creates the link in one transaction.
     *
     * @param confirmation the secret of the page on which the key was shown
     * @param id the cloud user of that key
     */
    Page confirm(String code, String confirmation, PageContext context, CloudUserId id) {
        Optional<CloudUser> user = cloudUsers.findById(id).filter(found -> found.status() == CloudUser.Status.ACTIVE);
        if (user.isEmpty()) return context.pages().lastKeyRejected(KeyRejection.USER_INACTIVE);
        return tryLink(code, confirmation, context.identity().user(), user.get())
                ? context.pages().linked(context.identity(), user.get())
                : context.tokenLost(TokenRejection.USED);
    }

    private boolean tryLink(String code, String confirmation, SlackUser slackUser, CloudUser user) {
        Effects link = linkRecorder.linkedByKey(slackUser, user).and(notifications.linkedByKey(slackUser, user));
        AtomicBoolean linked = new AtomicBoolean();
        transactions.run(() -> {
            linked.set(linkTokens.confirm(code, confirmation));
            if (linked.get()) link.apply();
        });
        return linked.get();
    }
}
