package dev.lifeline.handler.rescue;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.TransitionRejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Does a caller's Yes or Approve count, by what the policy asks of whoever says it? A Slack session that was left open is no proof. */
final class StepUpCheck {

    private final HandlerContext context;

    StepUpCheck(HandlerContext context) {
        this.context = context;
    }

    /** The policy wants them to have shown a key of theirs not long ago. */
    Optional<TransitionRejection> rejection(Caller caller, RescueRequest request) {
        Optional<Duration> within = request.plan().requirements().confirmation().verifiedWithin();
        if (within.isEmpty()) return Optional.empty();
        Instant earliest = context.clock().instant().minus(within.get());
        boolean proved = context.linkServices()
                .accountLinks()
                .find(caller.slackUser().id())
                .flatMap(AccountLink::verified)
                .filter(at -> !at.isBefore(earliest))
                .isPresent();
        return proved ? Optional.empty() : Optional.of(TransitionRejection.VERIFICATION_TOO_OLD);
    }

    /** Two cloud users with one e-mail are taken for one human: whoever asked does not get to agree in another guise (promise P5). */
    boolean isRequester(Caller caller, RescueRequest request) {
        Optional<String> asked = context.linkServices()
                .cloudUsers()
                .findById(request.plan().requester().cloudUserId())
                .flatMap(CloudUser::email);
        Optional<String> agrees = caller.cloudUser().email();
        return asked.isPresent() && agrees.isPresent() && asked.get().equalsIgnoreCase(agrees.get());
    }
}
