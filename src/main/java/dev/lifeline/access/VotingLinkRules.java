package dev.lifeline.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules for a link that somebody votes by: one that the requester made, or that was made after the request was opened,
 * gives no vote on it (promise P5), so that nobody makes their own approver. A link by e-mail was made by nobody, and so was
 * one that its user proved and that their address confirms. Pure.
 */
public final class VotingLinkRules {

    private VotingLinkRules() {}

    /** Why a link gives no vote. */
    public enum Objection {
        /** The requester assigned it. */
        MADE_BY_REQUESTER,
        /** It was made after the request was opened. */
        MADE_AFTER_REQUEST
    }

    /** An objection to a link, and who made the link, how and when. */
    public record LinkObjection(Objection objection, AccountLink.Origin origin) {}

    /**
     * What speaks against a vote by this link; empty where nothing does.
     *
     * @param voter the cloud user of the link
     * @param openedAt when the request was opened
     * @param isRequester whether a Slack user is the requester, by human
     */
    public static Optional<LinkObjection> objection(
            AccountLink accountLink, CloudUser voter, Instant openedAt, Predicate<SlackUserId> isRequester) {
        List<AccountLink.Origin> origins = List.of(accountLink.origin(), accountLink.firstOrigin());
        Predicate<AccountLink.Origin> byRequester = origin ->
                !origin.linkedBy().equals(accountLink.slackUserId()) && isRequester.test(origin.linkedBy());
        boolean independent = origins.stream()
                .anyMatch(origin -> !byRequester.test(origin)
                        && (!origin.linkedAt().isAfter(openedAt) || isConfirmedByEmail(accountLink, origin, voter)));
        if (independent) return Optional.empty();
        return Optional.of(origins.stream()
                .filter(byRequester)
                .findFirst()
                .map(origin -> new LinkObjection(Objection.MADE_BY_REQUESTER, origin))
                .orElseGet(() -> new LinkObjection(Objection.MADE_AFTER_REQUEST, accountLink.origin())));
    }

    private static boolean isConfirmedByEmail(AccountLink accountLink, AccountLink.Origin origin, CloudUser voter) {
        return switch (origin.method()) {
            case EMAIL -> true;
            case API_KEY -> accountLink
                    .email()
                    .filter(email -> voter.email().filter(email::equalsIgnoreCase).isPresent())
                    .isPresent();
            case ASSIGNED, UNLINKED -> false;
        };
    }
}
