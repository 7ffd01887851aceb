package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.link.KeyOwnerLookup.KeyOwner;
import dev.lifeline.handler.link.LinkPageAccess.PageContext;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.LinkPages.KeyRejection;
import dev.lifeline.message.reply.LinkPages.TokenRejection;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.TransactionRunner;
import java.util.List;
import java.util.Map;

/** Verifies the API key that was submitted on a link page; the first valid key marks the token as verified. */
public final class KeySubmission {

    private final LinkTokens linkTokens;
    private final KeyOwnerLookup keyOwners;
    private final AccountLinks accountLinks;
    private final TransitionRecorder recorder;
    private final TransactionRunner transactions;

    public KeySubmission(
            LinkTokens linkTokens,
            KeyOwnerLookup keyOwners,
            AccountLinks accountLinks,
            TransitionRecorder recorder,
            TransactionRunner transactions) {
        this.linkTokens = linkTokens;
        this.keyOwners = keyOwners;
        this.accountLinks = accountLinks;
        this.recorder = recorder;
        this.transactions = transactions;
    }

    Page submit(String code, PageContext context, UserApiKey key) {
        if (!linkTokens.consumeAttempt(code)) return context.pages().terminalPage(TokenRejection.TOO_MANY_ATTEMPTS);
        try {
            KeyOwner owner = keyOwners.find(key);
            return owner.user()
                    .map(user -> confirmationPage(code, context, user))
                    .orElseGet(() -> reject(context, owner.rejection().orElseThrow()));
        } catch (ProviderUnavailableException e) {
            return rejectedPage(context, KeyRejection.PROVIDER_UNAVAILABLE);
        }
    }

    private Page reject(PageContext context, KeyRejection rejection) {
        Actor actor = new Actor(context.identity().user().id().value(), "");
        transactions.run(
                () -> recorder.recordAction("rejected-link", actor, Map.of("denial-reason", rejection.name())));
        return rejectedPage(context, rejection);
    }

    private static Page rejectedPage(PageContext context, KeyRejection rejection) {
        return context.pages().keyRejected(context.identity(), context.token().expiresAt(), rejection);
    }

    private Page confirmationPage(String code, PageContext context, CloudUser user) {
        SlackUserId self = context.identity().user().id();
        List<SlackUserId> others = accountLinks.findByCloudUser(user.id()).stream()
                .map(AccountLink::slackUserId)
                .filter(linked -> !linked.equals(self))
                .toList();
        return linkTokens
                .markVerified(code, user.id())
                .map(confirmation -> context.pages().confirmation(context.identity(), user, others, confirmation))
                .orElseGet(() -> context.pages().terminalPage(TokenRejection.USED));
    }
}
