package dev.lifeline.handler;

import dev.lifeline.access.DenialReason;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Outage;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.AccountReplies;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransitionRejection;
import java.util.Optional;

/** Finds the request of a button, and who the caller is in the account of its device. */
public final class RequestButtons {

    private final RescueRequests requests;
    private final TransitionApplier transitions;
    private final Replies replies;

    public RequestButtons(RescueRequests requests, TransitionApplier transitions, Replies replies) {
        this.requests = requests;
        this.transitions = transitions;
        this.replies = replies;
    }

    /** A handler of buttons that looks up the request and passes it on; where it is unknown, the caller gets a reply. */
    public ButtonHandler withRequest(RequestButtonHandler handler) {
        return (caller, value) -> handle(handler, caller, value);
    }

    private Effects handle(RequestButtonHandler handler, Caller caller, String value) {
        ButtonValue buttonValue = ButtonValue.parse(value);
        Interaction interaction = caller.interaction();
        ButtonInput input = new ButtonInput(buttonValue.planDigest(), interaction.fieldValues(), interaction.modal());
        return buttonValue
                .requestId()
                .flatMap(requests::find)
                .map(request -> caller.in(request.device().id().account())
                        .map(user -> handle(handler, user, request, input))
                        .orElseGet(() -> denyStranger(caller, request)))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).requestNotFound()));
    }

    /** To who is a user of another account only. */
    private Effects denyStranger(Caller caller, RescueRequest request) {
        AccountName account = request.device().id().account();
        DenialReason reason = Optional.ofNullable(caller.elsewhere().get(account))
                .orElseGet(() -> new DenialReason.UpstreamUnavailable(Outage.PERMANENT));
        Message message = AccountReplies.in(caller.locale()).denied(account, reason);
        return replies.deny(caller, "click", request.device().id().toString(), message);
    }

    /** A reason longer than the form admits did not come from the form, and is rejected rather than truncated. */
    private Effects handle(RequestButtonHandler handler, Caller caller, RescueRequest request, ButtonInput input) {
        boolean tooLong = input.fieldText(Forms.REASON_FIELD).length() > Confirmation.MAX_REASON_CHARS;
        return tooLong
                ? transitions.reject(caller, request, TransitionRejection.REASON_TOO_LONG)
                : handler.handle(caller, request, input);
    }
}
