package dev.lifeline.handler.context;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.DenialReason;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Policy;
import dev.lifeline.device.Devices;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.message.reply.AccessReplies;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.rescue.RescueRequests;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What does everybody at the front desk work with? */
public record HandlerContext(
        AccessCheck accessCheck,
        Devices devices,
        RescueProvider rescueProvider,
        RescueRequests requests,
        TransitionRecorder recorder,
        Notifier notifier,
        InstantSource clock,
        HandlerServices services) {

    public Policy policy() {
        return services.approvalServices().policy();
    }

    public ApproverResolver approverResolver() {
        return services.approvalServices().approverResolver();
    }

    public LinkServices linkServices() {
        return services.linkServices();
    }

    public ServedChannels servedChannels() {
        return services.servedChannels();
    }

    public AccessServices accessServices() {
        return services.accessServices();
    }

    public EntryServices entryServices() {
        return services.entryServices();
    }

    /** An answer that only whoever asked reads: in the window that waits for it, where one does. */
    public Effects reply(Interaction interaction, Message answer) {
        if (interaction.modal().isPresent()) return Effects.of(() -> {}, () -> replyNow(interaction, answer));
        return () -> notifier.sendEphemeral(interaction.recipient(), answer);
    }

    /** Tells it at once, outside a transaction; where the window is gone, as any private answer. */
    public void replyNow(Interaction interaction, Message answer) {
        boolean shown = interaction
                .modal()
                .filter(modalRef -> entryServices().modalUpdater().update(modalRef, answer) == ModalUpdateResult.SHOWN)
                .isPresent();
        if (!shown) notifier.sendEphemeral(interaction.recipient(), answer);
    }

    /** An answer that only the caller reads. */
    public Effects reply(Caller caller, Message answer) {
        return reply(caller.interaction(), answer);
    }

    /** A refusal by the rules: with every reason, and who can help. */
    public Effects deny(Caller caller, String what, String device, List<DenialReason> denialReasons) {
        return deny(caller, what, device, denialMessage(caller, denialReasons));
    }

    /** Every reason, each with who can help. */
    Message denialMessage(Caller caller, List<DenialReason> denialReasons) {
        return AccessReplies.in(caller.locale())
                .denied(accessServices().remedyContacts().explain(caller.cloudUser(), denialReasons));
    }

    /** A refusal: told to the caller, and put on the record. */
    public Effects deny(Caller caller, String what, String device, Message answer) {
        return deny(caller, what, device, Map.of("because", answer.plainText()), answer);
    }

    /** The same, with facts of its own on the record. */
    public Effects deny(Caller caller, String what, String device, Map<String, String> facts, Message answer) {
        Effects recorded = () -> recorder.recordRejected(what, device, caller.actor(), facts);
        return recorded.and(reply(caller, answer));
    }
}
