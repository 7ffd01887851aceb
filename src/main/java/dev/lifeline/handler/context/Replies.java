package dev.lifeline.handler.context;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RequestId;
import java.util.List;
import java.util.Map;

/**
 * Answers that only the person behind an interaction reads, and denials, which go to the audit log too. What is returned as effects is
 * written in the transaction of the interaction; only {@link #replyNow} and {@link #sendEphemeral} act at once.
 */
public final class Replies {

    private final Notifier notifier;
    private final ModalUpdater modalUpdater;
    private final TransitionRecorder recorder;
    private final RemedyContacts remedyContacts;

    public Replies(
            Notifier notifier, ModalUpdater modalUpdater, TransitionRecorder recorder, RemedyContacts remedyContacts) {
        this.notifier = notifier;
        this.modalUpdater = modalUpdater;
        this.recorder = recorder;
        this.remedyContacts = remedyContacts;
    }

    /** An ephemeral answer; where a modal waits for it, it is shown there after the commit, since a modal update cannot be rolled back. */
    public Effects reply(Interaction interaction, Message message) {
        if (interaction.modal().isPresent()) return Effects.of(() -> {}, () -> replyNow(interaction, message));
        return () -> sendEphemeral(interaction, message);
    }

    /** An ephemeral answer to the caller. */
    public Effects reply(Caller caller, Message message) {
        return reply(caller.interaction(), message);
    }

    /**
     * An ephemeral answer with a link to the status message of a request.
     *
     * @param linkLabel text of the link
     */
    public Effects reply(Caller caller, Message message, RequestId request, String linkLabel) {
        return () -> notifier.sendEphemeral(caller.interaction().recipient(), message, request, linkLabel);
    }

    /**
     * Answers at once, outside a transaction: in the modal that waits for the answer, or as an ephemeral message where there is none or
     * the modal was closed. Blocks for some seconds at most.
     */
    public void replyNow(Interaction interaction, Message message) {
        boolean shown = interaction
                .modal()
                .filter(modalRef -> modalUpdater.update(modalRef, message) == ModalUpdateResult.SHOWN)
                .isPresent();
        if (!shown) sendEphemeral(interaction, message);
    }

    /** Puts an ephemeral message into the outbox, whether a modal waits or not. */
    public void sendEphemeral(Interaction interaction, Message message) {
        notifier.sendEphemeral(interaction.recipient(), message);
    }

    /**
     * A denial by the access rules: every reason, each with the people who can remove it.
     *
     * @param action the rejected action, as part of the audit event {@code rejected-ACTION}
     * @param device the device's id; empty where no device is concerned
     */
    public Effects deny(Caller caller, String action, String device, List<DenialReason> denialReasons) {
        return deny(caller, action, device, denialMessage(caller, denialReasons));
    }

    /** A denial for another reason, which is logged as the text of the message. */
    public Effects deny(Caller caller, String action, String device, Message message) {
        return deny(caller, action, device, Map.of("denial-reason", message.plainText()), message);
    }

    /** A denial with details of its own in the audit log. */
    public Effects deny(Caller caller, String action, String device, Map<String, String> details, Message message) {
        Effects recorded = () -> recorder.recordRejected(action, device, caller.actor(), details);
        return recorded.and(reply(caller, message));
    }

    /** A denial to a Slack user whose cloud user is not known. */
    public Effects deny(Interaction interaction, String action, Map<String, String> details, Message message) {
        Actor actor =
                new Actor(interaction.user().value(), "", interaction.channel().value());
        Effects recorded = () -> recorder.recordRejected(action, "", actor, details);
        return recorded.and(reply(interaction, message));
    }

    /** A denial to a Slack user of whom nothing is known but where they acted. */
    public Effects deny(Recipient recipient, String action, Map<String, String> details, Message message) {
        Actor actor =
                new Actor(recipient.user().value(), "", recipient.channel().value());
        Effects recorded = () -> recorder.recordRejected(action, "", actor, details);
        return recorded.and(() -> notifier.sendEphemeral(recipient, message));
    }

    /** Records what was denied and cannot be told, because nobody knows whom it concerns. */
    public Effects recordRejected(String action, Map<String, String> details) {
        return () -> recorder.recordRejected(action, "", Actor.SYSTEM, details);
    }

    /** Denies a click on a button without effect: of an outdated message, or forged. */
    public Effects denyButton(Caller caller, Message message) {
        Interaction interaction = caller.interaction();
        Map<String, String> details = Map.of(
                "denial-reason", message.plainText(),
                "action", interaction.actionId(),
                "subject", interaction.buttonValue());
        return deny(caller, "click", "", details, message);
    }

    /** Every reason, each with who can help. */
    Message denialMessage(Caller caller, List<DenialReason> denialReasons) {
        return AccessReplies.in(caller.locale()).denied(remedyContacts.explain(caller.cloudUser(), denialReasons));
    }
}
