package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** May the requester go ahead without the others? Where the policy lets them, and only with a review that somebody else signs. */
public final class EmergencyGlass {

    private EmergencyGlass() {}

    /**
     * The requester breaks it: launched at once, reviewed afterwards.
     *
     * @param owners who is told besides those who were asked
     */
    public static Move broken(
            RescueRequest request, Requester by, String reason, Set<SlackUserId> owners, Instant now) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.answeredOrOver();
        if (!by.person().equals(request.plan().requester().person())) return new Move.Stayed(Stay.NOT_YOURS);
        if (!request.plan().requester().isStill(by)) return new Move.Stayed(Stay.RELINKED);
        Optional<Agreement.BreakGlass> allowed =
                request.plan().clearance().agreement().breakGlass();
        if (allowed.isEmpty()) return new Move.Stayed(Stay.GLASS_HOLDS);
        if (reason.isBlank()) return new Move.Stayed(Stay.REASON_MISSING);
        Instant reviewBy = now.plus(allowed.get().reviewWithin());
        Stage cleared = Voting.cleared(request.plan(), alone(waiting, reason), now);
        Review review = new Review(reason, now, reviewBy, Optional.empty(), false);
        return request.reviewed(review)
                .to(cleared, new Happening.GlassBroken(by.person(), reason, reviewBy, told(waiting, owners, by)));
    }

    private static Set<SlackUserId> told(AwaitingApproval waiting, Set<SlackUserId> owners, Requester by) {
        Set<SlackUserId> told = new HashSet<>(owners);
        told.addAll(waiting.electorate().asked());
        told.addAll(waiting.electorate().later());
        told.remove(by.person());
        return told;
    }

    private static AwaitingApproval alone(AwaitingApproval waiting, String reason) {
        return new AwaitingApproval(
                waiting.confirmation().breakingGlass(reason),
                waiting.electorate(),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty());
    }

    /** Somebody else looked at it and signs. */
    public static Move signed(RescueRequest request, Requester by, Instant now) {
        if (request.review().isEmpty()) return request.answeredOrOver();
        Review review = request.review().get();
        if (!review.isOpen()) return new Move.Stayed(Stay.SIGNED_ALREADY);
        if (request.plan().requester().isAlso(by)) return new Move.Stayed(Stay.OWN_GLASS);
        Review signed = new Review(
                review.reason(),
                review.brokenAt(),
                review.by(),
                Optional.of(new Review.Signature(by, now)),
                review.overdueSaid());
        return request.reviewed(signed).to(request.stage(), new Happening.ReviewSigned(by.person()));
    }

    /** Nobody has signed in time: said once. */
    static Move overdue(RescueRequest request, Review review) {
        Review said = new Review(review.reason(), review.brokenAt(), review.by(), review.signed(), true);
        return request.reviewed(said).to(request.stage(), new Happening.ReviewOverdue());
    }
}
