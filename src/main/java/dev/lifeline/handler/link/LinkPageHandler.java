package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.LinkToken;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.LinkPages.KeyRejection;
import dev.lifeline.message.reply.LinkPages.SlackIdentity;
import dev.lifeline.message.reply.LinkPages.TokenRejection;
import dev.lifeline.message.reply.LinkPages;
import dev.lifeline.recording.Actor;
import dev.lifeline.rescue.TransactionRunner;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The desk behind the pages on which somebody shows which cloud user they are. Looking changes nothing, so that what opens links by itself
 * spoils none; the first good key takes the ticket, and only the page that it was shown on can confirm.
 */
public final class LinkPageHandler {

    private final HandlerContext context;
    private final TransactionRunner transactions;
    private final Supplier<String> workspaceName;
    private final LinkNotifications notifications;

    /** @param workspaceName its name, as far as it is known by now */
    public LinkPageHandler(HandlerContext context, TransactionRunner transactions, Supplier<String> workspaceName) {
        this.context = context;
        this.transactions = transactions;
        this.workspaceName = workspaceName;
        this.notifications = new LinkNotifications(context);
    }

    /** Where the page of a code is. */
    static URI pageUrl(URI base, String code) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/link/" + code);
    }

    /** The page as it is first seen. */
    public Page show(String code) {
        return withUnusedToken(
                code,
                pageContext -> pageContext
                        .pages()
                        .keyForm(pageContext.identity(), pageContext.token().expiresAt()));
    }

    /** Somebody shows a key. */
    public Page submitKey(String code, UserApiKey key) {
        return withUnusedToken(code, pageContext -> {
            if (!context.linkServices().linkTokens().consumeAttempt(code))
                return pageContext.pages().terminalPage(TokenRejection.TOO_MANY_ATTEMPTS);
            return verifyKey(code, pageContext, key);
        });
    }

    private Page verifyKey(String code, PageContext pageContext, UserApiKey key) {
        try {
            Optional<CloudUserId> bearer =
                    context.linkServices().apiKeyVerifier().verify(key);
            if (bearer.isEmpty()) return keyRejected(pageContext, KeyRejection.INVALID_KEY);
            Optional<CloudUser> user = context.linkServices().cloudUsers().findById(bearer.get());
            if (user.isEmpty()) return keyRejected(pageContext, KeyRejection.OTHER_ACCOUNT);
            if (user.get().status() != CloudUser.Status.ACTIVE)
                return keyRejected(pageContext, KeyRejection.USER_INACTIVE);
            return confirmationPage(code, pageContext, user.get());
        } catch (ProviderUnavailableException away) {
            return pageContext
                    .pages()
                    .keyRejected(
                            pageContext.identity(), pageContext.token().expiresAt(), KeyRejection.PROVIDER_UNAVAILABLE);
        }
    }

    private Page keyRejected(PageContext pageContext, KeyRejection why) {
        String person = pageContext.identity().user().id().value();
        transactions.run(() ->
                context.recorder().recordAction("refused-link", new Actor(person, ""), Map.of("because", why.name())));
        return pageContext
                .pages()
                .keyRejected(pageContext.identity(), pageContext.token().expiresAt(), why);
    }

    private Page confirmationPage(String code, PageContext pageContext, CloudUser user) {
        SlackUserId self = pageContext.identity().user().id();
        List<SlackUserId> others = context.linkServices().accountLinks().findByCloudUser(user.id()).stream()
                .map(AccountLink::slackUserId)
                .filter(person -> !person.equals(self))
                .toList();
        return context.linkServices()
                .linkTokens()
                .markVerified(code, user.id())
                .map(confirmation ->
                        pageContext.pages().confirmation(pageContext.identity(), user, others, confirmation))
                .orElseGet(() -> pageContext.pages().terminalPage(TokenRejection.USED));
    }

    /** Somebody says that it is right. */
    public Page confirm(String code, String confirmation) {
        Optional<LinkToken> linkToken = context.linkServices().linkTokens().find(code);
        Optional<CloudUserId> proved = linkToken.flatMap(LinkToken::verifiedUserId);
        if (proved.isEmpty()) return englishPages().terminalPage(TokenRejection.UNKNOWN);
        return withPageContext(
                linkToken.get(), pageContext -> confirmLink(code, confirmation, pageContext, proved.get()));
    }

    private Page confirmLink(String code, String confirmation, PageContext pageContext, CloudUserId id) {
        Optional<CloudUser> user = context.linkServices().cloudUsers().findById(id);
        boolean active =
                user.filter(one -> one.status() == CloudUser.Status.ACTIVE).isPresent();
        if (!active) return pageContext.pages().terminalPage(TokenRejection.USED);
        AtomicBoolean linked = new AtomicBoolean();
        Effects link = createLink(pageContext.identity().user(), user.get());
        transactions.run(() -> {
            linked.set(context.linkServices().linkTokens().confirm(code, confirmation));
            if (linked.get()) link.apply();
        });
        return linked.get()
                ? pageContext.pages().linked(pageContext.identity(), user.get())
                : pageContext.pages().terminalPage(TokenRejection.USED);
    }

    private Effects createLink(SlackUser slackUser, CloudUser user) {
        Actor actor = new Actor(slackUser.id().value(), user.username());
        Effects kept = () -> context.linkServices()
                .accountLinks()
                .save(AccountLink.verified(slackUser, user.id(), context.clock().instant()));
        return kept.and(() -> context.recorder().recordAction("linked", actor, Map.of("by", "key")))
                .and(notifications.linkedByKey(slackUser, user));
    }

    /** The page for when anything else goes wrong. */
    public Page internalError() {
        return englishPages().internalError();
    }

    /** What a page is about. */
    private record PageContext(LinkToken token, SlackIdentity identity, LinkPages pages) {}

    private Page withUnusedToken(String code, Function<PageContext, Page> page) {
        Optional<LinkToken> linkToken = context.linkServices().linkTokens().find(code);
        if (linkToken.isEmpty()) return englishPages().terminalPage(TokenRejection.UNKNOWN);
        boolean taken =
                linkToken.get().confirmed() || linkToken.get().verifiedUserId().isPresent();
        if (taken) return englishPages().terminalPage(TokenRejection.USED);
        return withPageContext(linkToken.get(), page);
    }

    private Page withPageContext(LinkToken linkToken, Function<PageContext, Page> page) {
        if (linkToken.isExpired(context.clock().instant()))
            return englishPages().terminalPage(TokenRejection.EXPIRED);
        try {
            SlackUser slackUser = context.linkServices().slackUsers().get(linkToken.slackUserId());
            LinkPages pages = LinkPages.in(slackUser.locale());
            if (slackUser.kind() != SlackUser.UserKind.MEMBER) return pages.terminalPage(TokenRejection.NOT_SERVED);
            return page.apply(new PageContext(linkToken, new SlackIdentity(slackUser, workspaceName.get()), pages));
        } catch (SlackUsers.SlackUserUnavailableException | ProviderUnavailableException silence) {
            return englishPages().internalError();
        }
    }

    private static LinkPages englishPages() {
        return LinkPages.in(Locale.ENGLISH);
    }
}
