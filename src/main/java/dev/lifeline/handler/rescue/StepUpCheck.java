package dev.lifeline.handler.rescue;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.KeptVotes;
import dev.lifeline.handler.context.LinkOffer;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Checks that a caller has proved who they are, beyond a Slack session that may have been left open. */
public final class StepUpCheck {

    private final AccountLinks accountLinks;
    private final TransitionApplier transitions;
    private final LinkOffer linkOffer;
    private final KeptVotes keptVotes;
    private final InstantSource clock;

    public StepUpCheck(
            AccountLinks accountLinks,
            TransitionApplier transitions,
            LinkOffer linkOffer,
            KeptVotes keptVotes,
            InstantSource clock) {
        this.accountLinks = accountLinks;
        this.transitions = transitions;
        this.linkOffer = linkOffer;
        this.keptVotes = keptVotes;
        this.clock = clock;
    }

    /**
     * A refusal where the policy requires a recently verified API key and the caller's was verified earlier or never. The address at which
     * they can show it follows at once. An approval is kept, and counts once they did.
     */
    Optional<Effects> refuse(Caller caller, RescueRequest request) {
        if (isVerified(caller, request)) return Optional.empty();
        Effects refusal = keptVotes
                .until(caller.interaction(), request)
                .map(until -> keep(caller, request, until))
                .orElseGet(() -> transitions.reject(caller, request, TransitionRejection.VERIFICATION_TOO_OLD));
        return Optional.of(refusal.and(linkOffer.handle(caller.interaction(), caller.slackUser())));
    }

    private Effects keep(Caller caller, RescueRequest request, Instant until) {
        return transitions
                .reject(
                        caller,
                        request,
                        Map.of("denial-reason", "verification-too-old"),
                        LinkReplies.in(caller.locale()).voteWaitsForProof(request.device(), until))
                .and(keptVotes.keep(caller.interaction(), request, until));
    }

    private boolean isVerified(Caller caller, RescueRequest request) {
        Optional<Duration> within = request.plan().requirements().confirmation().verifiedWithin();
        if (within.isEmpty()) return true;
        Instant earliest = clock.instant().minus(within.get());
        return accountLinks
                .find(caller.slackUser().id(), request.device().id().account())
                .flatMap(AccountLink::verified)
                .filter(at -> !at.isBefore(earliest))
                .isPresent();
    }
}
