package dev.lifeline.handler.link;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkToken;
import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.LinkPages;
import dev.lifeline.message.reply.LinkPages.SlackIdentity;
import dev.lifeline.message.reply.LinkPages.TokenRejection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Opens the link pages to the holder of a valid token, in the language of the Slack user for whom it was issued; where nobody knows for
 * whom, in one that the browser asks for. Changes nothing.
 */
public final class LinkPageAccess {

    /** What finding and copying an API key and the lookup at the provider take at least. */
    static final Duration MIN_TIME_LEFT = Duration.ofMinutes(1);

    private final LinkTokens linkTokens;
    private final SlackUsers slackUsers;
    private final Function<SlackUserId, String> workspaceName;
    private final InstantSource clock;

    /**
     * Creates the access.
     *
     * @param workspaceName the name of a person's workspace; empty until Slack has returned it
     */
    public LinkPageAccess(
            LinkTokens linkTokens,
            SlackUsers slackUsers,
            Function<SlackUserId, String> workspaceName,
            InstantSource clock) {
        this.linkTokens = linkTokens;
        this.slackUsers = slackUsers;
        this.workspaceName = workspaceName;
        this.clock = clock;
    }

    /**
     * What a page is about, and its texts.
     *
     * @param clock tells how long the token still works
     */
    record PageContext(LinkToken token, SlackIdentity identity, LinkPages pages, InstantSource clock) {

        /** Whether a key that is looked up now can still be confirmed: forms are only shown while it can. */
        boolean leavesTime() {
            return !token.isExpired(clock.instant().plus(MIN_TIME_LEFT));
        }

        /** The page for a token that was taken, or whose time was over, while the request was handled. */
        Page tokenLost(TokenRejection otherwise) {
            return pages.terminalPage(token.isExpired(clock.instant()) ? TokenRejection.EXPIRED : otherwise);
        }
    }

    /** A page with a form, for a token that no key was shown for yet and that works for long enough to fill it in. */
    Page withTimeLeft(String code, Locale browserLanguage, Function<PageContext, Page> page) {
        return withUnusedToken(
                code,
                browserLanguage,
                context -> context.leavesTime()
                        ? page.apply(context)
                        : context.pages().terminalPage(TokenRejection.EXPIRED));
    }

    /** A page for a token that no key was shown for yet. */
    Page withUnusedToken(String code, Locale browserLanguage, Function<PageContext, Page> page) {
        Optional<LinkToken> token = linkTokens.find(code);
        if (token.isEmpty()) return LinkPages.in(browserLanguage).terminalPage(TokenRejection.UNKNOWN);
        return withToken(
                token.get(),
                browserLanguage,
                context ->
                        token.get().isUsed() ? context.pages().terminalPage(TokenRejection.USED) : page.apply(context));
    }

    /** A page for a token that a key was shown for, with the cloud user of that key. */
    Page withVerifiedToken(String code, Locale browserLanguage, BiFunction<PageContext, CloudUserId, Page> page) {
        Optional<LinkToken> token = linkTokens.find(code);
        Optional<CloudUserId> verified = token.flatMap(LinkToken::verifiedUserId);
        if (verified.isEmpty())
            return token.map(known -> pages(known, browserLanguage))
                    .orElseGet(() -> LinkPages.in(browserLanguage))
                    .terminalPage(TokenRejection.UNKNOWN);
        return withToken(token.get(), browserLanguage, pageContext -> page.apply(pageContext, verified.get()));
    }

    private Page withToken(LinkToken token, Locale browserLanguage, Function<PageContext, Page> page) {
        if (token.isExpired(clock.instant()))
            return pages(token, browserLanguage).terminalPage(TokenRejection.EXPIRED);
        try {
            SlackUser slackUser = slackUsers.get(token.slackUserId());
            LinkPages pages = LinkPages.in(slackUser.locale());
            if (slackUser.kind() != SlackUser.UserKind.MEMBER) return pages.terminalPage(TokenRejection.NOT_SERVED);
            return page.apply(new PageContext(
                    token, new SlackIdentity(slackUser, workspaceName.apply(slackUser.id())), pages, clock));
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return LinkPages.in(browserLanguage).internalError();
        } catch (ProviderUnavailableException e) {
            return pages(token, browserLanguage).internalError();
        }
    }

    /** The pages of the user of a token; what they say does not depend on whether Slack answers. */
    private LinkPages pages(LinkToken token, Locale browserLanguage) {
        try {
            return LinkPages.in(slackUsers.get(token.slackUserId()).locale());
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return LinkPages.in(browserLanguage);
        }
    }
}
