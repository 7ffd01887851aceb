package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.LinkAttempt;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.Outage;
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
import java.util.Locale;
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

    Page submit(String code, PageContext context, UserApiKey key, ClientAddress address) {
        LinkAttempt attempt = linkTokens.consumeAttempt(code, address);
        if (attempt instanceof LinkAttempt.Limited limited) return refuse(context, limited, address);
        return attempt instanceof LinkAttempt.Accepted accepted
                ? verify(code, context, key, accepted)
                : context.tokenLost(TokenRejection.TOO_MANY_ATTEMPTS);
    }

    private Page refuse(PageContext context, LinkAttempt.Limited limited, ClientAddress address) {
        if (limited.first()) {
            Map<String, String> details =
                    Map.of("denial-reason", "too-many-keys-by-" + name(limited.limit()), "address", address.text());
            transactions.run(() -> recorder.recordAction("rejected-link", actor(context), details));
        }
        return context.pages().tooManyKeys(limited.limit(), limited.retryAt());
    }

    private static String name(LinkAttempt.Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    private Page verify(String code, PageContext context, UserApiKey key, LinkAttempt.Accepted accepted) {
        try {
            KeyOwner owner = keyOwners.find(key);
            return owner.user()
                    .map(user -> confirmationPage(code, context, user))
                    .orElseGet(() -> reject(context, owner.rejection().orElseThrow(), accepted));
        } catch (ProviderUnavailableException e) {
            return rejectedPage(
                    context,
                    e.outage() == Outage.TEMPORARY ? KeyRejection.PROVIDER_UNAVAILABLE : KeyRejection.BOT_REJECTED,
                    accepted);
        }
    }

    private Page reject(PageContext context, KeyRejection rejection, LinkAttempt.Accepted accepted) {
        transactions.run(() ->
                recorder.recordAction("rejected-link", actor(context), Map.of("denial-reason", rejection.name())));
        return rejectedPage(context, rejection, accepted);
    }

    /** The form again, or where the token has no attempt or no time left, what to do instead. */
    private static Page rejectedPage(PageContext context, KeyRejection rejection, LinkAttempt.Accepted accepted) {
        boolean canBeTriedAgain =
                accepted.remaining() > 0 && rejection != KeyRejection.BOT_REJECTED && context.leavesTime();
        return canBeTriedAgain
                ? context.pages()
                        .keyRejected(context.identity(), context.token().expiresAt(), rejection)
                : context.pages().lastKeyRejected(rejection);
    }

    private static Actor actor(PageContext context) {
        return new Actor(context.identity().user().id().value(), "");
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
                .orElseGet(() -> context.tokenLost(TokenRejection.USED));
    }
}
