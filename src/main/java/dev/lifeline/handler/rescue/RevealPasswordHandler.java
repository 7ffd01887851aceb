package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Login;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.message.reply.PasswordReplies;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.StaleRequestException;
import java.util.List;
import java.util.Optional;

/**
 * The button <em>Reveal password</em>: shows the password in the modal that opened for the caller, by the caller's own right as read for
 * this click. The audit entry is committed before the password is read: after a crash in between, the log holds an entry for a password
 * that was not shown, never the reverse (promises P6 and P8, decision 0011).
 */
public final class RevealPasswordHandler {

    private final RescueRequests requests;
    private final Passwords passwords;
    private final ModalUpdater modalUpdater;
    private final TransitionRecorder recorder;
    private final Replies replies;

    public RevealPasswordHandler(
            RescueRequests requests,
            Passwords passwords,
            ModalUpdater modalUpdater,
            TransitionRecorder recorder,
            Replies replies) {
        this.requests = requests;
        this.passwords = passwords;
        this.modalUpdater = modalUpdater;
        this.recorder = recorder;
        this.replies = replies;
    }

    public Effects reveal(Caller caller, RescueRequest request, ButtonInput input) {
        PasswordReplies texts = PasswordReplies.in(caller.locale());
        DeviceId device = request.device().id();
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.READ_PASSWORD, device);
        if (!denialReasons.isEmpty()) return replies.deny(caller, "reveal", device.toString(), denialReasons);
        if (!request.stage().allowsLogin())
            return replies.deny(caller, "reveal", device.toString(), texts.notAccessible(request));
        if (request.isDrill()) return replyToDrill(caller, request);
        return input.modal()
                .map(modalRef -> recordAndReveal(caller, request, modalRef))
                .orElseGet(() -> replies.reply(caller, texts.modalUnavailable(request)));
    }

    /** The right was judged as for a password; there is none to read. */
    private Effects replyToDrill(Caller caller, RescueRequest request) {
        Effects recorded = () -> recordAudit(caller, request, "password-not-revealed", "a drill");
        return recorded.and(
                replies.reply(caller, PasswordReplies.in(caller.locale()).drill(request)));
    }

    private Effects recordAndReveal(Caller caller, RescueRequest request, ModalRef modalRef) {
        Effects recorded = () -> {
            if (!isStillAccessible(request)) throw new StaleRequestException(request.id());
            recordAudit(caller, request, "password-revealed", "");
        };
        return recorded.andAfterCommit(() -> readAndShow(caller, request, modalRef));
    }

    private boolean isStillAccessible(RescueRequest request) {
        return requests.find(request.id())
                .filter(now -> now.stage().allowsLogin())
                .isPresent();
    }

    private void readAndShow(Caller caller, RescueRequest request, ModalRef modalRef) {
        PasswordReplies texts = PasswordReplies.in(caller.locale());
        try {
            Optional<Login> login = passwords.findLogin(request.device().id());
            if (login.isPresent()) show(caller, request, modalRef, login.get());
            else recordFailure(caller, request, texts.noPassword(request), "none on record");
        } catch (ProviderUnavailableException e) {
            recordFailure(
                    caller, request, texts.providerUnavailable(request, e.outage()), "the provider did not answer");
        }
    }

    private void show(Caller caller, RescueRequest request, ModalRef modalRef, Login login) {
        PasswordReplies texts = PasswordReplies.in(caller.locale());
        try (login) {
            ModalUpdateResult result =
                    modalUpdater.update(modalRef, texts.passwordHeader(request, login.username()), login.password());
            if (result == ModalUpdateResult.NOT_SHOWN)
                recordFailure(caller, request, texts.modalUnavailable(request), "the window was gone");
            if (result == ModalUpdateResult.UNKNOWN)
                replies.sendEphemeral(caller.interaction(), texts.displayUnconfirmed(request));
        }
    }

    /** The audit log says by now that the password was revealed; a further entry says that it was not. */
    private void recordFailure(Caller caller, RescueRequest request, Message message, String because) {
        recordAudit(caller, request, "password-not-revealed", because);
        replies.replyNow(caller.interaction(), message);
    }

    private void recordAudit(Caller caller, RescueRequest request, String event, String detail) {
        recorder.recordAction(event, request, caller.actor(), detail);
    }
}
