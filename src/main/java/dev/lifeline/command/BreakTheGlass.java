package dev.lifeline.command;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Forms;
import dev.lifeline.rescue.EmergencyGlass;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stay;
import java.util.Set;

/** Going ahead alone, with the device's name typed by hand and a reason; and somebody else's signature afterwards. */
final class BreakTheGlass {

    private final Desk desk;
    private final Moving moving;
    private final StepUp stepUp;

    BreakTheGlass(Desk desk) {
        this.desk = desk;
        this.stepUp = new StepUp(desk);
        this.moving = new Moving(desk);
    }

    Decision broken(Caller caller, RescueRequest request, Given given) {
        Move move = EmergencyGlass.broken(
                request,
                caller.requester(),
                given.text(Forms.REASON),
                owners(caller),
                desk.clock().instant());
        if (move.moved().isPresent() && !isNameOf(request, given.text(Forms.DEVICE)))
            return moving.stayed(caller, request, Stay.NAME_DIFFERS);
        return moving.whereAllowed(caller, request, move, stepUp.objection(caller, request));
    }

    /** Those above the requester on the account who manage users, as far as it is known who they are in Slack. */
    private Set<SlackUserId> owners(Caller caller) {
        return Set.copyOf(desk.accounts().remedies().managersOf(caller.user()));
    }

    Decision signed(Caller caller, RescueRequest request) {
        Move move =
                EmergencyGlass.signed(request, caller.requester(), desk.clock().instant());
        if (move.moved().isPresent() && stepUp.isRequester(caller, request))
            return moving.stayed(caller, request, Stay.OWN_GLASS);
        return moving.whereAllowed(caller, request, move);
    }

    private static boolean isNameOf(RescueRequest request, String typed) {
        return typed.equalsIgnoreCase(request.device().name().hostname())
                || typed.equalsIgnoreCase(request.device().name().full());
    }
}
