package dev.lifeline.handler;

import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.context.TransitionApplier;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.rescue.Confirmation;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.TransitionRejection;
import java.util.Optional;

/**
 * Finds the request of a button. The button's value is an opaque id and, where approval depends on it, the digest of the plan that the
 * message showed: {@code ID} or {@code ID.DIGEST}.
 */
public final class RequestButtons {

    private static final char PLAN_DIGEST_SEPARATOR = '.';

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
        int separator = value.indexOf(PLAN_DIGEST_SEPARATOR);
        Interaction interaction = caller.interaction();
        ButtonInput input = new ButtonInput(
                separator < 0 ? "" : value.substring(separator + 1), interaction.fieldValues(), interaction.modal());
        return find(separator < 0 ? value : value.substring(0, separator))
                .map(request -> handle(handler, caller, request, input))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).requestNotFound()));
    }

    /** A reason longer than the form admits did not come from the form, and is rejected rather than truncated. */
    private Effects handle(RequestButtonHandler handler, Caller caller, RescueRequest request, ButtonInput input) {
        boolean tooLong = input.fieldText(Forms.REASON_FIELD).length() > Confirmation.MAX_REASON_CHARS;
        return tooLong
                ? transitions.reject(caller, request, TransitionRejection.REASON_TOO_LONG)
                : handler.handle(caller, request, input);
    }

    private Optional<RescueRequest> find(String id) {
        return RequestId.isWellFormed(id) ? requests.find(new RequestId(id)) : Optional.empty();
    }
}
