package dev.lifeline.command;

import dev.lifeline.access.Deed;
import dev.lifeline.device.Inspection;
import dev.lifeline.message.Forms;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.AwaitingApproval;
import dev.lifeline.rescue.Stay;
import dev.lifeline.rescue.Vote;
import dev.lifeline.rescue.Voting;
import java.time.Instant;
import java.util.Optional;

/** Approve and Deny on a request's card: by whom the policy names, with rights read at the click, for the machine as it is now. */
final class AnswerApproval {

    private final Desk desk;
    private final Moving moving;
    private final StepUp stepUp;

    AnswerApproval(Desk desk) {
        this.desk = desk;
        this.stepUp = new StepUp(desk);
        this.moving = new Moving(desk);
    }

    Decision approve(Caller caller, RescueRequest request, Given given) {
        Instant now = desk.clock().instant();
        Vote vote = new Vote(caller.requester(), given.plan(), given.text(Forms.REASON), now);
        Move move = Voting.approve(request, vote);
        if (move.moved().isEmpty()) return moving.written(caller, request, move);
        Optional<Stay> objection = objection(caller, request);
        if (objection.isPresent()) return moving.stayed(caller, request, objection.get());
        return moving.refusal(caller, request, Deed.LAUNCH)
                .or(() -> drifted(caller, request, now))
                .orElseGet(() -> moving.written(caller, request, move));
    }

    private Optional<Stay> objection(Caller caller, RescueRequest request) {
        if (!isAsked(caller, request)) return Optional.of(Stay.NOT_ASKED);
        if (stepUp.isRequester(caller, request)) return Optional.of(Stay.OWN_REQUEST);
        return stepUp.objection(caller, request);
    }

    Decision deny(Caller caller, RescueRequest request, Given given) {
        Move move = Voting.deny(
                request,
                caller.requester(),
                given.text(Forms.REASON),
                desk.clock().instant());
        if (move.moved().isPresent() && !isAsked(caller, request))
            return moving.stayed(caller, request, Stay.NOT_ASKED);
        return moving.whereAllowed(caller, request, move);
    }

    /** By name where the policy has names, and always with the permission that it wants. */
    private boolean isAsked(Caller caller, RescueRequest request) {
        Agreement agreement = request.plan().clearance().agreement();
        boolean reminded = request.stage() instanceof AwaitingApproval waiting
                && waiting.remindAt().isEmpty();
        return caller.user().holds(agreement.approvers().permission())
                && desk.electing().includes(agreement, caller.person().id(), reminded);
    }

    /** The machine is looked at again, since it may have changed while people slept: then nobody has agreed to this. */
    private Optional<Decision> drifted(Caller caller, RescueRequest request, Instant now) {
        Optional<Inspection> fresh = desk.devices().inspect(request.device().id());
        return fresh.flatMap(seen -> Voting.drifted(request, seen, now))
                .map(moved -> moving.written(caller, request, moved)
                        .and(desk.reply(caller, caller.voice().reasons().stayed(Stay.PLAN_CHANGED, request))));
    }
}
