package dev.lifeline.handler;

import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.reply.CommandReplies;
import java.util.Map;
import java.util.Optional;

/** Hands a click, or a submitted form, to the handler of its action. */
public final class ButtonRouter {

    private final Map<Action, ButtonHandler> handlers;
    private final Replies replies;

    public ButtonRouter(Map<Action, ButtonHandler> handlers, Replies replies) {
        this.handlers = Map.copyOf(handlers);
        this.replies = replies;
    }

    /** Decides what the click does. A click on a button that was removed in a later release is denied with a reply. */
    Effects handle(Caller caller) {
        Interaction interaction = caller.interaction();
        return Action.fromId(interaction.actionId())
                .flatMap(action -> Optional.ofNullable(handlers.get(action)))
                .map(handler -> handler.handle(caller, interaction.buttonValue()))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).unknownAction()));
    }
}
