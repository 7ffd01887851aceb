package dev.lifeline.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.view.View;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.command.Ask;
import dev.lifeline.command.Inbox;
import dev.lifeline.message.Action;
import dev.lifeline.message.Form;
import dev.lifeline.message.Forms;
import dev.lifeline.message.Voice;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.rescue.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What does the bot listen to? Each listener writes down what was asked and acknowledges; nothing is decided here. A shortcut opens a
 * form instead, and what is filled in is written down.
 */
final class Listeners {

    static final String COMMAND = "/rescue";
    static final String SHORTCUT = "rescue_from_message";
    static final List<String> EVENTS = List.of(
            AppMentionEvent.TYPE_NAME,
            AppHomeOpenedEvent.TYPE_NAME,
            AppUninstalledEvent.TYPE_NAME,
            TokensRevokedEvent.TYPE_NAME,
            ChannelIdChangedEvent.TYPE_NAME);

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    /** Buttons of any release: which one it was is the front desk's business. */
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Inbox inbox;
    private final Whereabouts whereabouts;
    private final Asks asks;
    private final HomeSearch homes;
    private final Modals modals;
    private final SlackWindows windows;

    Listeners(Shelves shelves, Asks asks, HomeSearch homes, Modals modals, SlackWindows windows) {
        this.inbox = shelves.inbox();
        this.whereabouts = shelves.whereabouts();
        this.asks = asks;
        this.homes = homes;
        this.modals = modals;
        this.windows = windows;
    }

    void register(App app) {
        app.command(COMMAND, (request, context) -> {
            put(asks.typed(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY, (request, context) -> {
            BlockActionPayload press = request.getPayload();
            if (Action.opensWindow(press.getActions().get(0).getActionId()))
                put(asks.pressed(press, windows.open(press.getTriggerId())));
            else if (Forms.opens(press.getActions().get(0).getActionId())) open(press);
            else put(asks.pressed(press));
            return context.ack();
        });
        app.messageShortcut(SHORTCUT, (request, context) -> {
            MessageShortcutPayload used = request.getPayload();
            SlackUserId person = new SlackUserId(used.getUser().getId());
            modals.open(
                    used.getTriggerId(), person, locale -> DeviceForm.view(locale, Asks.origin(used), Asks.said(used)));
            return context.ack();
        });
        app.viewSubmission(ANY, (request, context) -> {
            View view = request.getPayload().getView();
            FormOrigin origin = FormOrigin.read(view.getPrivateMetadata());
            boolean device = DeviceForm.CALLBACK.equals(view.getCallbackId());
            put(device ? asks.submitted(request.getPayload(), origin) : asks.filledIn(request.getPayload(), origin));
            return context.ack();
        });
        app.blockSuggestion(ANY, (request, context) -> context.ack(options -> options.options(List.of())));
        app.viewClosed(ANY, (request, context) -> context.ack());
        registerEvents(app);
    }

    private void open(BlockActionPayload press) {
        SlackUserId person = new SlackUserId(press.getUser().getId());
        modals.open(
                press.getTriggerId(),
                person,
                locale -> Modal.view(form(press, locale).orElseThrow(), Asks.origin(press)));
    }

    /** The form that a button opens, by the button alone. */
    private static Optional<Form> form(BlockActionPayload press, Locale locale) {
        Forms forms = Voice.in(locale).forms();
        Optional<Action> action = Action.withForm(press.getActions().get(0).getActionId());
        return action.flatMap(wanted -> forms.of(wanted, Asks.origin(press).subject()));
    }

    private void registerEvents(App app) {
        app.event(AppMentionEvent.class, this::mentioned);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> context.ack());
        app.event(AppUninstalledEvent.class, (payload, context) -> {
            homes.forget();
            log.error("The app was uninstalled from the workspace: nobody reaches the bot until it is installed again");
            return context.ack();
        });
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            homes.forget();
            log.error("Slack revoked tokens of the app: install it again and set the new SLACK_BOT_TOKEN");
            return context.ack();
        });
        app.event(ChannelIdChangedEvent.class, (payload, context) -> {
            follow(payload.getEvent());
            return context.ack();
        });
    }

    private void follow(ChannelIdChangedEvent change) {
        Place from = new Place(change.getOldChannelId());
        Place to = new Place(change.getNewChannelId());
        log.warn("A private channel was shared with another company and is {} now, not {}: it is served on", to, from);
        written(() -> whereabouts.moved(from, to));
    }

    /** Only what people say: bots that talk to each other never stop. */
    private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent mention = payload.getEvent();
        boolean byPerson = mention.getUser() != null && mention.getBotId() == null;
        String bot = homes.home().botUserId();
        if (byPerson) put(asks.mentioned(mention, bot));
        return context.ack();
    }

    private void put(Ask ask) {
        written(() -> inbox.put(ask));
    }

    /** What cannot be written down is told apart from what cannot be read: only the former may be tried again. */
    private static void written(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException full) {
            throw new Unwritten(full);
        }
    }
}
