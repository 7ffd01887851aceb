package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.View;
import java.util.function.Function;

/** Where an interaction took place: on a message, or in a view. */
public sealed interface InteractionContainer {

    /** On a message, as it was at that moment. */
    record OnMessage(Channel channel, Message message) implements InteractionContainer {}

    /** In a modal or on the App Home. */
    record InView(View view) implements InteractionContainer {}

    /** Returns the result of the function for this case. */
    default <T> T match(Function<OnMessage, T> onMessage, Function<InView, T> inView) {
        return this instanceof OnMessage message ? onMessage.apply(message) : inView.apply((InView) this);
    }
}
