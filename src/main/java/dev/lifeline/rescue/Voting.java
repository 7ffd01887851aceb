package dev.lifeline.rescue;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Inspection;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.Closed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Have enough others agreed? Votes are counted by cloud user and bound to the plan that was voted on, and the requester has none,
 * whatever accounts they come with (promise P5).
 */
public final class Voting {

    private Voting() {}

    /** The stage after the requester's Yes, where others have to agree. */
    static AwaitingApproval opened(Plan plan, Confirmation confirmation, Electorate electorate, Instant now) {
        Agreement agreement = plan.clearance().agreement();
        return new AwaitingApproval(
                confirmation,
                electorate,
                List.of(),
                now.plus(agreement.within()),
                agreement.reminder().map(reminder -> now.plus(reminder.after())));
    }

    /**
     * Somebody agrees.
     *
     * @param vote bound to the plan that they were shown
     */
    public static Move approve(RescueRequest request, Vote vote) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.answeredOrOver();
        Optional<Stay> objection = cannotVote(request, waiting, vote.by(), vote.at());
        if (objection.isPresent()) return new Move.Stayed(objection.get());
        if (!vote.digest().equals(request.plan().digest())) return new Move.Stayed(Stay.PLAN_CHANGED);
        List<Vote> votes =
                Stream.concat(waiting.votes().stream(), Stream.of(vote)).toList();
        int quorum = request.plan().clearance().quorum();
        Stage next = counted(request.plan(), votes) < quorum
                ? new AwaitingApproval(
                        waiting.confirmation(), waiting.electorate(), votes, waiting.approveBy(), waiting.remindAt())
                : cleared(request.plan(), waiting, vote.at());
        return request.to(
                next,
                new Happening.Approved(vote.by().person(), counted(request.plan(), votes), quorum, vote.comment()));
    }

    /** Somebody who was asked does not agree: one No is enough. */
    public static Move deny(RescueRequest request, Requester by, String reason, Instant now) {
        if (!(request.stage() instanceof AwaitingApproval waiting)) return request.answeredOrOver();
        Optional<Stay> objection = cannotVote(request, waiting, by, now);
        if (objection.isPresent()) return new Move.Stayed(objection.get());
        String because = by.username() + " denied it" + (reason.isEmpty() ? "" : ": " + reason);
        return request.to(new Closed(Ending.DENIED, because, now), new Happening.Denied(by.person(), reason));
    }

    /** Nobody has answered for a while: they are asked again, and others with them. */
    static Move remind(RescueRequest request, AwaitingApproval waiting) {
        Electorate electorate = waiting.electorate();
        Set<SlackUserId> wider = new HashSet<>(electorate.asked());
        if (!wider.isEmpty()) wider.addAll(electorate.later());
        Stage next = new AwaitingApproval(
                waiting.confirmation(),
                new Electorate(wider, Set.of()),
                waiting.votes(),
                waiting.approveBy(),
                Optional.empty());
        return request.to(next, new Happening.Reminded(electorate.later()));
    }

    /** The machine changed since: votes for the plan as it was count no more, and everybody is asked again. */
    public static Optional<Move.Moved> drifted(RescueRequest request, Inspection fresh, Instant now) {
        List<Drift> changes = Drift.between(request.plan().seen(), fresh);
        if (changes.isEmpty() || request.plan().clearance().quorum() == 0) return Optional.empty();
        Optional<AwaitingApproval> again = again(request, now);
        return again.map(stage -> new RescueRequest(
                        request.id(),
                        request.plan().seeing(fresh),
                        request.stage(),
                        request.version(),
                        request.review())
                .to(stage, new Happening.Drifted(changes)));
    }

    private static Optional<AwaitingApproval> again(RescueRequest request, Instant now) {
        if (request.stage() instanceof AwaitingApproval waiting)
            return Optional.of(opened(request.plan(), waiting.confirmation(), waiting.electorate(), now));
        if (request.stage() instanceof Cleared cleared
                && !cleared.confirmation().glassBroken())
            return Optional.of(opened(request.plan(), cleared.confirmation(), cleared.electorate(), now));
        return Optional.empty();
    }

    /** How many different cloud users agreed to this very plan. */
    public static int counted(Plan plan, List<Vote> votes) {
        String digest = plan.digest();
        return Math.toIntExact(votes.stream()
                .filter(vote -> vote.digest().equals(digest))
                .map(vote -> vote.by().user())
                .distinct()
                .count());
    }

    static Cleared cleared(Plan plan, AwaitingApproval waiting, Instant now) {
        return new Cleared(
                waiting.confirmation(),
                waiting.electorate(),
                now,
                now.plus(plan.clearance().startWithin()),
                false);
    }

    private static Optional<Stay> cannotVote(
            RescueRequest request, AwaitingApproval waiting, Requester by, Instant now) {
        if (request.plan().requester().isAlso(by)) return Optional.of(Stay.OWN_REQUEST);
        boolean voted = waiting.votes().stream()
                .filter(vote -> vote.digest().equals(request.plan().digest()))
                .anyMatch(vote -> vote.by().isAlso(by));
        if (voted) return Optional.of(Stay.VOTED_ALREADY);
        return now.isBefore(waiting.approveBy()) ? Optional.empty() : Optional.of(Stay.TOO_LATE);
    }
}
