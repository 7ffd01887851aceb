package dev.lifeline.handler;

import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.handler.access.ChangeAccessHandler;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.link.AssignLinkHandler;
import dev.lifeline.handler.rescue.ApprovalHandler;
import dev.lifeline.handler.rescue.BreakGlassHandler;
import dev.lifeline.handler.rescue.ConfirmationHandler;
import dev.lifeline.handler.rescue.RescueButtonHandler;
import dev.lifeline.handler.rescue.RevealPasswordHandler;
import dev.lifeline.handler.rescue.ShowAccessHandler;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueSystem;
import dev.lifeline.rescue.TransitionRejection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which button was pressed, and on which request? The button carries only an opaque id, and where it matters the digest of the plan that
 * its card showed; what they mean is looked up here.
 */
final class ButtonRouter {

    /** Between the two that a button may carry. */
    private static final char PLAN_DIGEST_SEPARATOR = '.';

    /** What a button does. */
    private interface ClickHandler {
        Effects handle(Caller caller, RescueRequest request, ButtonInput buttonInput);
    }

    private static final Map<Action, Direction> CHANGE_DIRECTIONS =
            Map.of(Action.GRANT, Direction.GRANT, Action.REVOKE, Direction.REVOKE);

    private final HandlerContext context;
    private final ChangeAccessHandler changeAccess;
    private final AssignLinkHandler assignLink;
    private final TransitionApplier transitions;
    private final Map<Action, ClickHandler> handlers = new EnumMap<>(Action.class);

    ButtonRouter(HandlerContext context, ChangeAccessHandler changeAccess) {
        this.context = context;
        this.changeAccess = changeAccess;
        this.assignLink = new AssignLinkHandler(context);
        this.transitions = new TransitionApplier(context);
        registerConfirmation(new ConfirmationHandler(context));
        registerApproval(new ApprovalHandler(context), new BreakGlassHandler(context));
        registerExit(new RescueButtonHandler(context));
        registerAccess(new ShowAccessHandler(context), new RevealPasswordHandler(context));
    }

    private void registerAccess(ShowAccessHandler kit, RevealPasswordHandler password) {
        handlers.put(Action.SHOW_ACCESS, (who, what, with) -> kit.handle(who, what));
        handlers.put(Action.REVEAL_PASSWORD, password::reveal);
    }

    private void registerConfirmation(ConfirmationHandler answer) {
        handlers.put(Action.CONFIRM, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.AS_INSTALLED));
        handlers.put(Action.CONFIRM_LINUX, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.LINUX));
        handlers.put(
                Action.CONFIRM_WINDOWS, (who, what, with) -> answer.confirm(who, what, with, RescueSystem.WINDOWS));
        handlers.put(Action.CANCEL, (who, what, with) -> answer.cancel(who, what));
    }

    private void registerApproval(ApprovalHandler answer, BreakGlassHandler glass) {
        handlers.put(Action.APPROVE, answer::approve);
        handlers.put(Action.DENY, answer::deny);
        handlers.put(Action.BREAK_GLASS, glass::breakGlass);
        handlers.put(Action.SIGN_REVIEW, (who, what, with) -> glass.signReview(who, what));
    }

    private void registerExit(RescueButtonHandler end) {
        handlers.put(Action.EXIT, (who, what, with) -> end.exit(who, what, false));
        handlers.put(Action.CONFIRM_EXIT, (who, what, with) -> end.exit(who, what, false));
        handlers.put(Action.EXIT_HARD, (who, what, with) -> end.exit(who, what, true));
        handlers.put(Action.KEEP_IN_RESCUE, (who, what, with) -> end.keepInRescue(who, what));
        handlers.put(Action.REPORT_LOGIN, (who, what, with) -> end.reportLogin(who, what));
    }

    Effects handle(Caller caller, String action, String subject, Map<String, String> values) {
        Optional<Action> known = Action.fromId(action);
        Optional<Direction> direction = known.map(CHANGE_DIRECTIONS::get);
        if (direction.isPresent()) return changeAccess.handle(caller, direction.get(), subject);
        if (known.filter(Action.ASSIGN_LINK::equals).isPresent()) return assignLink.confirm(caller, subject);
        if (known.filter(Action.CANCEL_ASSIGN_LINK::equals).isPresent()) return assignLink.cancel(caller);
        return handleRequestButton(caller, known.map(handlers::get), subject, values);
    }

    private Effects handleRequestButton(
            Caller caller, Optional<ClickHandler> clickHandler, String subject, Map<String, String> values) {
        if (clickHandler.isEmpty())
            return deny(caller, subject, CommandReplies.in(caller.locale()).unknownAction());
        int dot = subject.indexOf(PLAN_DIGEST_SEPARATOR);
        ButtonInput buttonInput = new ButtonInput(
                dot < 0 ? "" : subject.substring(dot + 1),
                values,
                caller.interaction().modal());
        return findRequest(dot < 0 ? subject : subject.substring(0, dot))
                .map(request -> handleClick(clickHandler.get(), caller, request, buttonInput))
                .orElseGet(
                        () -> deny(caller, subject, CommandReplies.in(caller.locale()).requestNotFound()));
    }

    /** Somebody pressed what leads nowhere: an old card, or a made-up one. */
    private Effects deny(Caller caller, String subject, Message answer) {
        Map<String, String> facts = Map.of(
                "because", answer.plainText(), "action", caller.interaction().actionId(), "subject", subject);
        return context.deny(caller, "click", "", facts, answer);
    }

    /** The form lets nobody type more; what comes longer did not come from it, and is not cut into something they did not say. */
    private Effects handleClick(
            ClickHandler clickHandler, Caller caller, RescueRequest request, ButtonInput buttonInput) {
        boolean tooLong = buttonInput.fieldText(Forms.REASON_FIELD).length() > Confirmation.MAX_REASON_CHARS;
        return tooLong
                ? transitions.reject(caller, request, TransitionRejection.REASON_TOO_LONG)
                : clickHandler.handle(caller, request, buttonInput);
    }

    private Optional<RescueRequest> findRequest(String id) {
        return RequestId.isWellFormed(id) ? context.requests().find(new RequestId(id)) : Optional.empty();
    }
}
