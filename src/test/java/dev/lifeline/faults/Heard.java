package dev.lifeline.faults;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes down what the bot says in a thread, in place of Slack. */
final class Heard implements Announcer {

    private final List<String> replies = new CopyOnWriteArrayList<>();
    private final Consumer<String> listener;

    /** @param listener hears every reply as it is said */
    Heard(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Every reply in order. */
    List<String> replies() {
        return List.copyOf(replies);
    }

    @Override
    public void card(RequestId request, Place place, Message card) {
        // only the newest counts, and the stage tells as much
    }

    @Override
    public void inThread(RequestId request, Place place, Message reply) {
        replies.add(reply.title().plain());
        listener.accept(reply.title().plain());
    }

    @Override
    public void review(RequestId request, Place place, Message card) {
        // no glass is broken here
    }

    @Override
    public void directly(SlackUserId person, RequestId about, Message news, String link) {
        // nobody is asked to agree here
    }

    @Override
    public void privately(Audience audience, Message answer) {
        // nobody is asked anything here
    }
}
