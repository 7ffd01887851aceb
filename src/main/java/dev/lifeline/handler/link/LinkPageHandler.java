package dev.lifeline.handler.link;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.message.model.Page;
import java.net.URI;

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

    /** The form that asks for an API key. */
    public Page show(String code) {
        return pageAccess.withTimeLeft(
                code,
                context -> context.pages()
                        .keyForm(context.identity(), context.token().expiresAt()));
    }

    /** The page after an API key was submitted: it asks for confirmation, or says why the key was rejected. */
    public Page submitKey(String code, UserApiKey key, ClientAddress address) {
        return pageAccess.withUnusedToken(code, context -> keySubmission.submit(code, context, key, address));
    }

    /** The page after the confirmation. */
    public Page confirm(String code, String confirmation) {
        return pageAccess.withVerifiedToken(
                code, (context, user) -> linkConfirmation.confirm(code, confirmation, context, user));
    }

    /** The page for every other failure. */
    public Page internalError() {
        return LinkPageAccess.englishPages().internalError();
    }
}
