package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.workspace.Channel;
import dev.lifeline.sandbox.slack.workspace.Message;
import dev.lifeline.sandbox.slack.workspace.View;
import java.util.function.Function;

/** Where did a person press or fill something: on a message, or in a view? */
public sealed interface InteractionContainer {

    /** On a message, as it was then. */
    record OnMessage(Channel channel, Message message) implements InteractionContainer {}

    /** In a modal or on the App Home. */
    record InView(View view) implements InteractionContainer {}

    /** One answer for each case. */
    default <T> T match(Function<OnMessage, T> onMessage, Function<InView, T> inView) {
        return this instanceof OnMessage message ? onMessage.apply(message) : inView.apply((InView) this);
    }
}
