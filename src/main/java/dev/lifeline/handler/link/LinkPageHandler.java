package dev.lifeline.handler.link;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.message.model.Page;
import dev.lifeline.message.reply.LinkPages;
import java.net.URI;
import java.util.Locale;

/**
 * The pages on which a user shows by an API key which cloud user they are. Showing a page changes nothing, so that a link preview spoils
 * no token; the first valid key takes the token, and only the page on which it was shown can confirm the link. Thread-safe; blocks for as
 * long as Slack, the provider and the database take.
 */
public final class LinkPageHandler {

    private final LinkPageAccess pageAccess;
    private final KeySubmission keySubmission;
    private final LinkConfirmation linkConfirmation;

    public LinkPageHandler(LinkPageAccess pageAccess, KeySubmission keySubmission, LinkConfirmation linkConfirmation) {
        this.pageAccess = pageAccess;
        this.keySubmission = keySubmission;
        this.linkConfirmation = linkConfirmation;
    }

    /** The URL of the page of a token. */
    static URI pageUrl(URI base, String code) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/link/" + code);
    }

    /**
     * The form that asks for an API key.
     *
     * @param browserLanguage for a reader of whom nothing else is known
     */
    public Page show(String code, Locale browserLanguage) {
        return pageAccess.withTimeLeft(
                code,
                browserLanguage,
                context -> context.pages()
                        .keyForm(context.identity(), context.token().expiresAt()));
    }

    /**
     * The page after an API key was submitted: it asks for confirmation, or says why the key was rejected.
     *
     * @param browserLanguage for a reader of whom nothing else is known
     */
    public Page submitKey(String code, UserApiKey key, ClientAddress address, Locale browserLanguage) {
        return pageAccess.withUnusedToken(
                code, browserLanguage, context -> keySubmission.submit(code, context, key, address));
    }

    /**
     * The page after the confirmation.
     *
     * @param browserLanguage for a reader of whom nothing else is known
     */
    public Page confirm(String code, String confirmation, Locale browserLanguage) {
        return pageAccess.withVerifiedToken(
                code, browserLanguage, (context, user) -> linkConfirmation.confirm(code, confirmation, context, user));
    }

    /** The page for every other failure. */
    public Page internalError(Locale browserLanguage) {
        return LinkPages.in(browserLanguage).internalError();
    }
}
