package dev.lifeline.handler.rescue;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Checks that a caller has proved who they are, beyond a Slack session that may have been left open. */
public final class StepUpCheck {

    private final AccountLinks accountLinks;
    private final InstantSource clock;

    public StepUpCheck(AccountLinks accountLinks, InstantSource clock) {
        this.accountLinks = accountLinks;
        this.clock = clock;
    }

    /** A rejection where the policy requires a recently verified API key and the caller's was verified earlier or never. */
    Optional<TransitionRejection> rejection(Caller caller, RescueRequest request) {
        Optional<Duration> within = request.plan().requirements().confirmation().verifiedWithin();
        if (within.isEmpty()) return Optional.empty();
        Instant earliest = clock.instant().minus(within.get());
        boolean verified = accountLinks
                .find(caller.slackUser().id())
                .flatMap(AccountLink::verified)
                .filter(at -> !at.isBefore(earliest))
                .isPresent();
        return verified ? Optional.empty() : Optional.of(TransitionRejection.VERIFICATION_TOO_OLD);
    }
}
