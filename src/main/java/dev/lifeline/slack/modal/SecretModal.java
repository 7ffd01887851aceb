package dev.lifeline.slack.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.device.Secret;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.message.reply.PasswordReplies;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.webapi.ApiMethod;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.SlackCallException;
import dev.lifeline.slack.webapi.SlackErrorKind;
import dev.lifeline.slack.webapi.WebApi;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modals that show one secret to one person. They hold no button and no input and do not notify on close, because Slack would send the
 * whole view, the secret included, with each such interaction (promise P6;
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
 *
 * <p>A modal opens within the time that Slack gives, in its reader's language if that is remembered, else in English; what it shows then is in
 * their language, the title too.
 *
 * <p>Each method blocks for one call of at most 8 s (2 s for opening) and does not retry, and an update besides for Slack's word on the
 * reader where that is not known. Thread-safe.
 */
public final class SecretModal implements ModalUpdater {

    private static final Logger LOG = LoggerFactory.getLogger(SecretModal.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final WebApi api;
    private final SecretWebApi secretApi;
    private final SlackUsers users;

    public SecretModal(WebApi api, SecretWebApi secretApi, SlackUsers users) {
        this.api = api;
        this.secretApi = secretApi;
        this.users = users;
    }

    /**
     * Opens a modal with a loading text. A trigger opens one modal, within 3 s (src/docs/platform/slack.md, section Times).
     *
     * @return empty where Slack did not open it
     */
    public Optional<ModalRef> open(String triggerId, SlackUserId reader) {
        PasswordReplies texts =
                PasswordReplies.in(users.rememberedLocale(reader).orElse(Locale.ENGLISH));
        ObjectNode view = view(texts, blocks(texts.loading()));
        try {
            JsonNode opened = api.call(ApiMethod.VIEWS_OPEN, Map.of("trigger_id", triggerId, "view", view.toString()))
                    .path("view");
            String viewId =
                    ScopedId.of(ScopedId.workspace(triggerId), opened.path("id").asText());
            return Optional.of(new ModalRef(viewId, opened.path("hash").asText(), Optional.of(reader)));
        } catch (SlackCallException failure) {
            LOG.warn("Modal not opened: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public ModalUpdateResult update(ModalRef modalRef, Message message) {
        ObjectNode view = view(texts(modalRef), blocks(message));
        return runUpdate(() -> api.call(
                ApiMethod.VIEWS_UPDATE,
                Map.of("view_id", modalRef.viewId(), "hash", modalRef.hash(), "view", view.toString())));
    }

    @Override
    public ModalUpdateResult update(ModalRef modalRef, Message message, Secret secret) {
        String placeholder = UUID.randomUUID().toString();
        ArrayNode blocks = blocks(message);
        blocks.add(preformatted(placeholder));
        ObjectNode update = JSON.objectNode()
                .put("view_id", ScopedId.bare(modalRef.viewId()))
                .put("hash", modalRef.hash());
        update.set("view", view(texts(modalRef), blocks));
        try (SecretRequestBody body = new SecretRequestBody(update.toString(), placeholder, secret)) {
            String workspace = ScopedId.workspace(modalRef.viewId());
            return runUpdate(() ->
                    secretApi.call(ApiMethod.VIEWS_UPDATE, api.botToken(ApiMethod.VIEWS_UPDATE, workspace), body));
        }
    }

    /** Who cannot be looked up now gets what they came for all the same. */
    private PasswordReplies texts(ModalRef modalRef) {
        try {
            return PasswordReplies.in(
                    modalRef.reader().map(reader -> users.get(reader).locale()).orElse(Locale.ENGLISH));
        } catch (SlackUsers.SlackUserUnavailableException e) {
            return PasswordReplies.in(Locale.ENGLISH);
        }
    }

    private static ModalUpdateResult runUpdate(Runnable update) {
        try {
            update.run();
            return ModalUpdateResult.SHOWN;
        } catch (SlackCallException failure) {
            LOG.warn("Modal not updated: {}", failure.getMessage());
            return failure.errorKind() == SlackErrorKind.UNAVAILABLE
                    ? ModalUpdateResult.UNKNOWN
                    : ModalUpdateResult.NOT_SHOWN;
        }
    }

    private static ArrayNode blocks(Message message) {
        return BlockKit.render(message, "modal").blocks();
    }

    /** Slack parses nothing in preformatted text, and it is easily copied whole. */
    private static ObjectNode preformatted(String text) {
        ObjectNode block = JSON.objectNode().put("type", "rich_text");
        block.putArray("elements")
                .addObject()
                .put("type", "rich_text_preformatted")
                .putArray("elements")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return block;
    }

    private static ObjectNode view(PasswordReplies texts, ArrayNode blocks) {
        ObjectNode view = JSON.objectNode().put("type", "modal");
        view.set("title", plainText(texts.title()));
        view.set("close", plainText(texts.closeLabel()));
        view.set("blocks", blocks);
        return view;
    }

    private static ObjectNode plainText(String text) {
        return JSON.objectNode().put("type", "plain_text").put("text", text).put("emoji", false);
    }
}
