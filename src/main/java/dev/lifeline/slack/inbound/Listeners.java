package dev.lifeline.slack.inbound;

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
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Form;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.ShortcutModal;
import dev.lifeline.slack.webapi.SlackStorage;
import dev.lifeline.slack.webapi.StorageUnavailableException;
import dev.lifeline.slack.webapi.WorkspaceResolver;
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
public final class Listeners {

    static final String COMMAND = "/rescue";
    static final String SHORTCUT_CALLBACK_ID = "rescue_from_message";
    static final List<String> EVENT_TYPES = List.of(
            AppMentionEvent.TYPE_NAME,
            AppHomeOpenedEvent.TYPE_NAME,
            AppUninstalledEvent.TYPE_NAME,
            TokensRevokedEvent.TYPE_NAME,
            ChannelIdChangedEvent.TYPE_NAME);

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Buttons of any release: which one it was is the front desk's business. */
    private static final Pattern ANY_ID = Pattern.compile(".*", Pattern.DOTALL);

    private final Inbox inbox;
    private final ChannelRedirects channelRedirects;
    private final InteractionMapper interactionMapper;
    private final WorkspaceResolver workspaceResolver;
    private final ModalOpener modalOpener;
    private final SecretModal secretModal;

    public Listeners(
            SlackStorage slackStorage,
            InteractionMapper interactionMapper,
            WorkspaceResolver workspaceResolver,
            ModalOpener modalOpener,
            SecretModal secretModal) {
        this.inbox = slackStorage.inbox();
        this.channelRedirects = slackStorage.channelRedirects();
        this.interactionMapper = interactionMapper;
        this.workspaceResolver = workspaceResolver;
        this.modalOpener = modalOpener;
        this.secretModal = secretModal;
    }

    public void register(App app) {
        app.command(COMMAND, (request, context) -> {
            addToInbox(interactionMapper.fromSlashCommand(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY_ID, (request, context) -> {
            BlockActionPayload press = request.getPayload();
            if (Action.opensModal(press.getActions().get(0).getActionId()))
                addToInbox(interactionMapper.fromBlockAction(press, secretModal.open(press.getTriggerId())));
            else if (Forms.opensForm(press.getActions().get(0).getActionId())) openForm(press);
            else addToInbox(interactionMapper.fromBlockAction(press));
            return context.ack();
        });
        app.messageShortcut(SHORTCUT_CALLBACK_ID, (request, context) -> {
            MessageShortcutPayload used = request.getPayload();
            SlackUserId person = new SlackUserId(used.getUser().getId());
            modalOpener.open(
                    used.getTriggerId(),
                    person,
                    locale -> ShortcutModal.view(
                            locale, InteractionMapper.privateMetadata(used), InteractionMapper.messageText(used)));
            return context.ack();
        });
        app.viewSubmission(ANY_ID, (request, context) -> {
            View view = request.getPayload().getView();
            PrivateMetadata origin = PrivateMetadata.parse(view.getPrivateMetadata());
            boolean device = ShortcutModal.CALLBACK_ID.equals(view.getCallbackId());
            addToInbox(
                    device
                            ? interactionMapper.fromShortcutSubmission(request.getPayload(), origin)
                            : interactionMapper.fromFormSubmission(request.getPayload(), origin));
            return context.ack();
        });
        app.blockSuggestion(ANY_ID, (request, context) -> context.ack(options -> options.options(List.of())));
        app.viewClosed(ANY_ID, (request, context) -> context.ack());
        registerEvents(app);
    }

    private void openForm(BlockActionPayload press) {
        SlackUserId person = new SlackUserId(press.getUser().getId());
        modalOpener.open(
                press.getTriggerId(),
                person,
                locale -> FormModal.view(form(press, locale).orElseThrow(), InteractionMapper.privateMetadata(press)));
    }

    /** The form that a button opens, by the button alone. */
    private static Optional<Form> form(BlockActionPayload press, Locale locale) {
        Forms forms = Forms.in(locale);
        Optional<Action> action =
                Action.fromFormActionId(press.getActions().get(0).getActionId());
        return action.flatMap(wanted ->
                forms.forAction(wanted, InteractionMapper.privateMetadata(press).buttonValue()));
    }

    private void registerEvents(App app) {
        app.event(AppMentionEvent.class, this::onMention);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> context.ack());
        app.event(AppUninstalledEvent.class, (payload, context) -> {
            workspaceResolver.invalidate();
            LOG.error("The app was uninstalled from the workspace: nobody reaches the bot until it is installed again");
            return context.ack();
        });
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            workspaceResolver.invalidate();
            LOG.error("Slack revoked tokens of the app: install it again and set the new SLACK_BOT_TOKEN");
            return context.ack();
        });
        app.event(ChannelIdChangedEvent.class, (payload, context) -> {
            onChannelIdChanged(payload.getEvent());
            return context.ack();
        });
    }

    private void onChannelIdChanged(ChannelIdChangedEvent change) {
        ChannelId from = new ChannelId(change.getOldChannelId());
        ChannelId to = new ChannelId(change.getNewChannelId());
        LOG.warn("A private channel was shared with another company and is {} now, not {}: it is served on", to, from);
        persist(() -> channelRedirects.add(from, to));
    }

    /** Only what people say: bots that talk to each other never stop. */
    private Response onMention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent mention = payload.getEvent();
        boolean byPerson = mention.getUser() != null && mention.getBotId() == null;
        String bot = workspaceResolver.identity().botUserId();
        if (byPerson) addToInbox(interactionMapper.fromMention(mention, bot));
        return context.ack();
    }

    private void addToInbox(Interaction interaction) {
        persist(() -> inbox.add(interaction));
    }

    /** What cannot be written down is told apart from what cannot be read: only the former may be tried again. */
    private static void persist(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException full) {
            throw new StorageUnavailableException(full);
        }
    }
}
