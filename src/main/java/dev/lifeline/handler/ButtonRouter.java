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

    /** Decides what the click does; one on a button that no release has any more is told to the caller. */
    Effects handle(Caller caller) {
        Interaction interaction = caller.interaction();
        return Action.fromId(interaction.actionId())
                .flatMap(action -> Optional.ofNullable(handlers.get(action)))
                .map(handler -> handler.handle(caller, interaction.buttonValue()))
                .orElseGet(() -> replies.denyButton(
                        caller, CommandReplies.in(caller.locale()).unknownAction()));
    }
}
