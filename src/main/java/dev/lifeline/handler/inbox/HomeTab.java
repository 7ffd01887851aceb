package dev.lifeline.handler.inbox;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.rescue.RequestId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the Home tab shows a person. Only shows: what is clicked there is checked again when it is processed. May block for calls to Slack and
 * to the provider the first time a person is seen in a minute, and for the database otherwise. Thread-safe.
 */
@FunctionalInterface
public interface HomeTab {

    /** Shows one line to everybody. */
    HomeTab NONE = (user, statusLinks) -> new Home(Message.of(TextLine.ofText("–")), false);

    /**
     * The content for a person, in their language.
     *
     * @param served whether the person is one whom the bot serves: only then it changes with the requests
     */
    record Home(Message message, boolean served) {}

    /**
     * What the person sees now.
     *
     * @param statusLinks the URL of the status message of a request; empty where it was not posted
     */
    Home compose(SlackUserId user, Function<RequestId, Optional<String>> statusLinks);
}
