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
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Form;
import dev.lifeline.message.model.Forms;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.modal.SecretModal;
import dev.lifeline.slack.modal.ShortcutModal;
import dev.lifeline.slack.webapi.WorkspaceResolver;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the bot's listeners with Bolt. Each stores the interaction and acknowledges it; none decides anything (promise P2). Buttons
 * and shortcuts that need input open a form instead, whose submission is stored.
 *
 * <p>Slack waits 3 s for an acknowledgement: opening a modal is one call of at most 2 s, storing one local write.
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

    /** Matches the action ids of every release; the interaction handlers know which one it is. */
    private static final Pattern ANY_ID = Pattern.compile(".*", Pattern.DOTALL);

    private final InboundStorage storage;
    private final InteractionMapper interactionMapper;
    private final WorkspaceResolver workspaceResolver;
    private final ModalOpener modalOpener;
    private final SecretModal secretModal;

    public Listeners(
            InboundStorage storage,
            InteractionMapper interactionMapper,
            WorkspaceResolver workspaceResolver,
            ModalOpener modalOpener,
            SecretModal secretModal) {
        this.storage = storage;
        this.interactionMapper = interactionMapper;
        this.workspaceResolver = workspaceResolver;
        this.modalOpener = modalOpener;
        this.secretModal = secretModal;
    }

    /** Registers every listener; called once. */
    public void register(App app) {
        app.command(COMMAND, (request, context) -> {
            storage.add(interactionMapper.fromSlashCommand(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY_ID, (request, context) -> {
            BlockActionPayload click = request.getPayload();
            if (Action.opensModal(click.getActions().get(0).getActionId()))
                storage.add(interactionMapper.fromBlockAction(click, secretModal.open(click.getTriggerId())));
            else if (Forms.opensForm(click.getActions().get(0).getActionId())) openForm(click);
            else storage.add(interactionMapper.fromBlockAction(click));
            return context.ack();
        });
        app.messageShortcut(SHORTCUT_CALLBACK_ID, (request, context) -> {
            MessageShortcutPayload shortcut = request.getPayload();
            SlackUserId person = new SlackUserId(shortcut.getUser().getId());
            PrivateMetadata metadata = InteractionMapper.privateMetadata(shortcut);
            String message = InteractionMapper.messageText(SdkPayload.message(request.getRequestBodyAsString()));
            modalOpener.open(
                    shortcut.getTriggerId(),
                    person,
                    ShortcutModal.view(Locale.ENGLISH, metadata),
                    user -> ShortcutModal.view(user, metadata, message));
            return context.ack();
        });
        app.viewSubmission(ANY_ID, (request, context) -> {
            View view = request.getPayload().getView();
            PrivateMetadata metadata = PrivateMetadata.parse(view.getPrivateMetadata());
            boolean isShortcutModal = ShortcutModal.CALLBACK_ID.equals(view.getCallbackId());
            storage.add(
                    isShortcutModal
                            ? interactionMapper.fromShortcutSubmission(request.getPayload(), metadata)
                            : interactionMapper.fromFormSubmission(request.getPayload(), metadata));
            return context.ack();
        });
        app.blockSuggestion(ANY_ID, (request, context) -> context.ack(options -> options.options(List.of())));
        app.viewClosed(ANY_ID, (request, context) -> context.ack());
        registerEvents(app);
    }

    private void openForm(BlockActionPayload click) {
        SlackUserId person = new SlackUserId(click.getUser().getId());
        modalOpener.open(
                click.getTriggerId(),
                person,
                locale -> FormModal.view(form(click, locale).orElseThrow(), InteractionMapper.privateMetadata(click)));
    }

    /** The form that a button opens. */
    private static Optional<Form> form(BlockActionPayload click, Locale locale) {
        Forms forms = Forms.in(locale);
        Optional<Action> action =
                Action.fromFormActionId(click.getActions().get(0).getActionId());
        return action.flatMap(formAction -> forms.forAction(
                formAction, InteractionMapper.privateMetadata(click).buttonValue()));
    }

    private void registerEvents(App app) {
        app.event(AppMentionEvent.class, this::onMention);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> context.ack());
        app.event(AppUninstalledEvent.class, (payload, context) -> {
            workspaceResolver.invalidate();
            LOG.error("App uninstalled from the workspace: install it again");
            return context.ack();
        });
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            workspaceResolver.invalidate();
            LOG.error("Slack tokens revoked: install the app again and set the new SLACK_BOT_TOKEN");
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
        LOG.warn("Channel id changed from {} to {}: the channel was shared with another organization", from, to);
        storage.addRedirect(from, to);
    }

    /** Ignores mentions by bots, because two bots that answer each other never stop. */
    private Response onMention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent mention = payload.getEvent();
        boolean fromUser = mention.getUser() != null && mention.getBotId() == null;
        String bot = workspaceResolver.identity().botUserId();
        if (fromUser) storage.add(interactionMapper.fromMention(mention, bot));
        return context.ack();
    }
}
