package dev.lifeline.command;

import dev.lifeline.access.Change.Way;
import dev.lifeline.message.Action;
import dev.lifeline.message.Forms;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.Stay;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which button was pressed, and on which request? The button carries only an opaque id, and where it matters the digest of the plan that
 * its card showed; what they mean is looked up here.
 */
final class Presses {

    /** Between the two that a button may carry. */
    private static final char PLAN = '.';

    /** What a button does. */
    private interface Button {
        Decision pressed(Caller caller, RescueRequest request, Given given);
    }

    private static final Map<Action, Way> CHANGES = Map.of(Action.GRANT, Way.GRANT, Action.REVOKE, Way.REVOKE);

    private final Desk desk;
    private final ChangeAccess change;
    private final BindLink bind;
    private final Moving moving;
    private final Map<Action, Button> buttons = new EnumMap<>(Action.class);

    Presses(Desk desk, ChangeAccess change) {
        this.desk = desk;
        this.change = change;
        this.bind = new BindLink(desk);
        this.moving = new Moving(desk);
        addConfirmation(new AnswerConfirmation(desk));
        addApproval(new AnswerApproval(desk), new BreakTheGlass(desk));
        addEnd(new EndRescue(desk));
        addAccess(new ShowKit(desk), new RevealPassword(desk));
    }

    private void addAccess(ShowKit kit, RevealPassword password) {
        buttons.put(Action.SHOW_ACCESS, (who, what, with) -> kit.show(who, what));
        buttons.put(Action.REVEAL_PASSWORD, password::reveal);
    }

    private void addConfirmation(AnswerConfirmation answer) {
        buttons.put(Action.CONFIRM, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.AS_INSTALLED));
        buttons.put(Action.CONFIRM_LINUX, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.LINUX));
        buttons.put(Action.CONFIRM_WINDOWS, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.WINDOWS));
        buttons.put(Action.CANCEL, (who, what, with) -> answer.cancel(who, what));
    }

    private void addApproval(AnswerApproval answer, BreakTheGlass glass) {
        buttons.put(Action.APPROVE, answer::approve);
        buttons.put(Action.DENY, answer::deny);
        buttons.put(Action.BREAK_GLASS, glass::broken);
        buttons.put(Action.SIGN_REVIEW, (who, what, with) -> glass.signed(who, what));
    }

    private void addEnd(EndRescue end) {
        buttons.put(Action.END, (who, what, with) -> end.end(who, what, false));
        buttons.put(Action.ASK_END, (who, what, with) -> end.end(who, what, false));
        buttons.put(Action.END_HARD, (who, what, with) -> end.end(who, what, true));
        buttons.put(Action.KEEP, (who, what, with) -> end.keep(who, what));
        buttons.put(Action.LOGGED_IN, (who, what, with) -> end.loggedIn(who, what));
    }

    Decision decide(Caller caller, String action, String subject, Map<String, String> values) {
        Optional<Action> known = Action.of(action);
        Optional<Way> way = known.map(CHANGES::get);
        if (way.isPresent()) return change.decide(caller, way.get(), subject);
        if (known.filter(Action.BIND::equals).isPresent()) return bind.yes(caller, subject);
        if (known.filter(Action.LEAVE_UNBOUND::equals).isPresent()) return bind.no(caller);
        return aboutRequest(caller, known.map(buttons::get), subject, values);
    }

    private Decision aboutRequest(Caller caller, Optional<Button> button, String subject, Map<String, String> values) {
        if (button.isEmpty())
            return refuse(caller, subject, caller.voice().answers().unknownAction());
        int dot = subject.indexOf(PLAN);
        Given given = new Given(
                dot < 0 ? "" : subject.substring(dot + 1), values, caller.ask().window());
        return request(dot < 0 ? subject : subject.substring(0, dot))
                .map(request -> pressed(button.get(), caller, request, given))
                .orElseGet(
                        () -> refuse(caller, subject, caller.voice().answers().gone()));
    }

    /** Somebody pressed what leads nowhere: an old card, or a made-up one. */
    private Decision refuse(Caller caller, String subject, Message answer) {
        Map<String, String> facts =
                Map.of("because", answer.plain(), "action", caller.ask().action(), "subject", subject);
        return desk.refuse(caller, "click", "", facts, answer);
    }

    /** The form lets nobody type more; what comes longer did not come from it, and is not cut into something they did not say. */
    private Decision pressed(Button button, Caller caller, RescueRequest request, Given given) {
        boolean tooLong = given.text(Forms.REASON).length() > Confirmation.LONGEST_REASON;
        return tooLong ? moving.stayed(caller, request, Stay.REASON_TOO_LONG) : button.pressed(caller, request, given);
    }

    private Optional<RescueRequest> request(String id) {
        return RequestId.looksRight(id) ? desk.requests().find(new RequestId(id)) : Optional.empty();
    }
}
