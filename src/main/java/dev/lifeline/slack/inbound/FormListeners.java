package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.ViewState;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.RequestForms;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Form;
import dev.lifeline.message.model.Forms;
import dev.lifeline.slack.modal.FormModal;
import dev.lifeline.slack.modal.ModalOpener;
import dev.lifeline.slack.modal.PrivateMetadata;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the forms of buttons and takes their submissions: what is wrong with one is said in the form, which stays open with what was
 * written; every other is stored and then acknowledged (promise P2). Thread-safe.
 */
public final class FormListeners {

    private static final Logger LOG = LoggerFactory.getLogger(FormListeners.class);

    private final InboundStorage storage;
    private final InteractionMapper interactionMapper;
    private final ModalOpener modalOpener;
    private final RequestForms requestForms;

    public FormListeners(
            InboundStorage storage,
            InteractionMapper interactionMapper,
            ModalOpener modalOpener,
            RequestForms requestForms) {
        this.storage = storage;
        this.interactionMapper = interactionMapper;
        this.modalOpener = modalOpener;
        this.requestForms = requestForms;
    }

    /** Opens the form at once, and completes it with what is known of the request a moment later. */
    void open(BlockActionPayload click) {
        PrivateMetadata metadata = InteractionMapper.privateMetadata(click);
        modalOpener.open(
                click.getTriggerId(),
                new SlackUserId(click.getUser().getId()),
                FormModal.view(form(click, metadata, Locale.ENGLISH), metadata),
                user -> FormModal.view(
                        requestForms.complete(form(click, metadata, user.locale()), user.locale()),
                        metadata.withLocale(user.locale())));
    }

    private static Form form(BlockActionPayload click, PrivateMetadata metadata, Locale locale) {
        Optional<Action> action =
                Action.fromFormActionId(click.getActions().get(0).getActionId());
        return action.flatMap(formAction -> Forms.in(locale).forAction(formAction, metadata.buttonValue()))
                .orElseThrow();
    }

    Response onSubmission(ViewSubmissionPayload submission, PrivateMetadata metadata, ViewSubmissionContext context) {
        Interaction interaction = interactionMapper.fromFormSubmission(submission, metadata);
        Map<String, String> errors = errorsByBlock(submission.getView().getState(), findErrors(interaction, metadata));
        if (!errors.isEmpty()) return context.ackWithErrors(errors);
        storage.add(interaction);
        return context.ack();
    }

    /** A submission that cannot be checked now is checked when it is processed. */
    private Map<String, String> findErrors(Interaction submission, PrivateMetadata metadata) {
        try {
            return requestForms.findErrors(submission, metadata.locale());
        } catch (RuntimeException e) {
            LOG.warn("Form not checked before its acknowledgement", e);
            return Map.of();
        }
    }

    private static Map<String, String> errorsByBlock(ViewState state, Map<String, String> errorsByField) {
        Map<String, String> errors = new HashMap<>();
        state.getValues()
                .forEach((blockId, fields) -> fields.keySet().stream()
                        .filter(errorsByField::containsKey)
                        .forEach(field -> errors.put(blockId, errorsByField.get(field))));
        return errors;
    }
}
