package dev.lifeline.command;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Link;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Does a caller's Yes or Approve count, by what the policy asks of whoever says it? A Slack session that was left open is no proof. */
final class StepUp {

    private final Desk desk;

    StepUp(Desk desk) {
        this.desk = desk;
    }

    /** The policy wants them to have shown a key of theirs not long ago. */
    Optional<Stay> objection(Caller caller, RescueRequest request) {
        Optional<Duration> within = request.plan().clearance().terms().provedWithin();
        if (within.isEmpty()) return Optional.empty();
        Instant earliest = desk.clock().instant().minus(within.get());
        boolean proved = desk.linking()
                .links()
                .of(caller.person().id())
                .flatMap(Link::proved)
                .filter(at -> !at.isBefore(earliest))
                .isPresent();
        return proved ? Optional.empty() : Optional.of(Stay.PROOF_TOO_OLD);
    }

    /** Two cloud users with one e-mail are taken for one human: whoever asked does not get to agree in another guise (promise P5). */
    boolean isRequester(Caller caller, RescueRequest request) {
        Optional<String> asked = desk.linking()
                .cloudUsers()
                .read(request.plan().requester().user())
                .flatMap(CloudUser::email);
        Optional<String> agrees = caller.user().email();
        return asked.isPresent() && agrees.isPresent() && asked.get().equalsIgnoreCase(agrees.get());
    }
}
