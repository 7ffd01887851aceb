package dev.lifeline.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import dev.lifeline.command.Inbox;
import java.util.List;
import java.util.regex.Pattern;

/** What does the bot listen to? Each listener writes down what was asked and acknowledges; nothing is decided here. */
final class Listeners {

    static final String COMMAND = "/rescue";
    static final String SHORTCUT = "rescue_from_message";
    static final List<String> EVENTS = List.of(AppMentionEvent.TYPE_NAME, AppHomeOpenedEvent.TYPE_NAME);

    /** Buttons of any release: which one it was is the front desk's business. */
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Inbox inbox;
    private final Asks asks;
    private final HomeSearch homes;

    Listeners(Inbox inbox, Asks asks, HomeSearch homes) {
        this.inbox = inbox;
        this.asks = asks;
        this.homes = homes;
    }

    void register(App app) {
        app.command(COMMAND, (request, context) -> {
            inbox.put(asks.typed(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY, (request, context) -> {
            inbox.put(asks.pressed(request.getPayload()));
            return context.ack();
        });
        app.messageShortcut(SHORTCUT, (request, context) -> {
            inbox.put(asks.shortcut(request.getPayload()));
            return context.ack();
        });
        app.event(AppMentionEvent.class, this::mentioned);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> context.ack());
        app.blockSuggestion(ANY, (request, context) -> context.ack(options -> options.options(List.of())));
        app.viewSubmission(ANY, (request, context) -> context.ack());
        app.viewClosed(ANY, (request, context) -> context.ack());
    }

    /** Only what people say: bots that talk to each other never stop. */
    private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent mention = payload.getEvent();
        boolean byPerson = mention.getUser() != null && mention.getBotId() == null;
        if (byPerson) inbox.put(asks.mentioned(mention, homes.home().botUserId()));
        return context.ack();
    }
}
