package dev.lifeline.sandbox.slack.delivery;

import dev.lifeline.sandbox.slack.world.Channel;
import dev.lifeline.sandbox.slack.world.Message;
import dev.lifeline.sandbox.slack.world.View;
import java.util.function.Function;

/** Where did a person press or fill something: on a message, or in a view? */
public sealed interface Origin {

    /** On a message, as it was then. */
    record OnMessage(Channel channel, Message message) implements Origin {}

    /** In a modal or on the App Home. */
    record InView(View view) implements Origin {}

    /** One answer for each case. */
    default <T> T fold(Function<OnMessage, T> onMessage, Function<InView, T> inView) {
        return this instanceof OnMessage message ? onMessage.apply(message) : inView.apply((InView) this);
    }
}
