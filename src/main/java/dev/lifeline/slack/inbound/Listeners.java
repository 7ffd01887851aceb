package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.view.View;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.slack.modal.PickerModal;
import dev.lifeline.slack.modal.PrivateMetadata;
import dev.lifeline.slack.modal.SecretModal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Registers the bot's listeners with Bolt. Each stores the interaction and acknowledges it; none decides anything (promise P2). Buttons,
 * shortcuts and the bare command that need input open a form instead, whose submission is stored.
 *
 * <p>Slack waits 3 s for an acknowledgement: opening a modal is one call of at most 2 s, storing one local write.
 */
public final class Listeners {

    static final String COMMAND = "/rescue";
    static final String SHORTCUT_CALLBACK_ID = "rescue_from_message";
    static final String GLOBAL_SHORTCUT_CALLBACK_ID = "rescue_device";

    /** Matches the action ids of every release; the interaction handlers know which one it is. */
    private static final Pattern ANY_ID = Pattern.compile(".*", Pattern.DOTALL);

    private final InboundStorage storage;
    private final InteractionMapper interactionMapper;
    private final SecretModal secretModal;
    private final FormListeners forms;
    private final PickerListeners pickers;

    public Listeners(
            InboundStorage storage,
            InteractionMapper interactionMapper,
            SecretModal secretModal,
            FormListeners forms,
            PickerListeners pickers) {
        this.storage = storage;
        this.interactionMapper = interactionMapper;
        this.secretModal = secretModal;
        this.forms = forms;
        this.pickers = pickers;
    }

    /** Registers every listener of what people do; called once. */
    public void register(App app) {
        app.command(COMMAND, (request, context) -> {
            if (InteractionMapper.orEmpty(request.getPayload().getText()).isBlank())
                pickers.onCommand(request.getPayload());
            else storage.add(interactionMapper.fromSlashCommand(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY_ID, (request, context) -> {
            onClick(request.getPayload());
            return context.ack();
        });
        app.messageShortcut(SHORTCUT_CALLBACK_ID, (request, context) -> {
            pickers.onMessageShortcut(request.getPayload(), SdkPayload.message(request.getRequestBodyAsString()));
            return context.ack();
        });
        app.globalShortcut(GLOBAL_SHORTCUT_CALLBACK_ID, (request, context) -> {
            pickers.onGlobalShortcut(request.getPayload());
            return context.ack();
        });
        app.viewSubmission(ANY_ID, (request, context) -> {
            View view = request.getPayload().getView();
            PrivateMetadata metadata = PrivateMetadata.parse(view.getPrivateMetadata());
            return PickerModal.CALLBACK_ID.equals(view.getCallbackId())
                    ? pickers.onSubmission(request.getPayload(), metadata, context)
                    : forms.onSubmission(request.getPayload(), metadata, context);
        });
        app.blockSuggestion(ANY_ID, (request, context) -> pickers.onSuggestion(request.getPayload()));
        app.viewClosed(ANY_ID, (request, context) -> context.ack());
    }

    private Optional<ModalRef> openSecretModal(BlockActionPayload click) {
        return secretModal.open(
                click.getTriggerId(), new SlackUserId(click.getUser().getId()));
    }

    private void onClick(BlockActionPayload click) {
        MenuChoice.unwrap(click);
        String actionId = click.getActions().get(0).getActionId();
        if (Action.opensPicker(actionId)) pickers.onButton(click);
        else if (Action.opensModal(actionId))
            storage.add(interactionMapper.fromBlockAction(click, openSecretModal(click)));
        else if (Forms.opensForm(actionId)) forms.open(click);
        else storage.add(interactionMapper.fromBlockAction(click));
    }
}
