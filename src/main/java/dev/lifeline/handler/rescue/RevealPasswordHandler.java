package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Login;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.handler.context.ButtonInput;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.message.port.ModalUpdater.ModalUpdateResult;
import dev.lifeline.message.reply.PasswordReplies;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.StaleRequestException;
import java.util.List;
import java.util.Optional;

/**
 * <em>Reveal password</em>: by the presser's own right, read at the press, into the window that opened for them. That they saw it is on
 * the record before it is read: whoever dies in between has claimed too much, never too little (promises P6 and P8, decision 0011).
 */
public final class RevealPasswordHandler {

    private final HandlerContext context;

    public RevealPasswordHandler(HandlerContext context) {
        this.context = context;
    }

    public Effects reveal(Caller caller, RescueRequest request, ButtonInput buttonInput) {
        PasswordReplies answers = PasswordReplies.in(caller.locale());
        String device = request.device().id().toString();
        List<DenialReason> denialReasons = caller.denialReasons(
                DeviceOperation.READ_PASSWORD, request.device().id());
        if (!denialReasons.isEmpty()) return context.deny(caller, "reveal", device, denialReasons);
        if (!request.stage().allowsLogin())
            return context.deny(caller, "reveal", device, answers.notAccessible(request));
        return buttonInput
                .modal()
                .map(modalRef -> recordAndReveal(caller, request, modalRef))
                .orElseGet(() -> context.reply(caller, answers.modalUnavailable(request)));
    }

    private Effects recordAndReveal(Caller caller, RescueRequest request, ModalRef modalRef) {
        Effects recorded = () -> {
            if (!isStillAccessible(request)) throw new StaleRequestException(request.id());
            recordAudit(caller, request, "password-revealed", "");
        };
        return recorded.andAfterCommit(() -> readAndShow(caller, request, modalRef));
    }

    private boolean isStillAccessible(RescueRequest request) {
        return context.requests()
                .find(request.id())
                .filter(now -> now.stage().allowsLogin())
                .isPresent();
    }

    private void readAndShow(Caller caller, RescueRequest request, ModalRef modalRef) {
        PasswordReplies answers = PasswordReplies.in(caller.locale());
        try {
            Optional<Login> login = context.entryServices()
                    .passwords()
                    .findLogin(request.device().id());
            if (login.isPresent()) show(caller, request, modalRef, login.get());
            else recordFailure(caller, request, answers.noPassword(request), "none on record");
        } catch (ProviderUnavailableException away) {
            recordFailure(caller, request, answers.providerUnavailable(request), "the provider did not answer");
        }
    }

    private void show(Caller caller, RescueRequest request, ModalRef modalRef, Login login) {
        PasswordReplies answers = PasswordReplies.in(caller.locale());
        try (login) {
            ModalUpdateResult modalUpdateResult = context.entryServices()
                    .modalUpdater()
                    .update(modalRef, answers.passwordHeader(request, login.username()), login.password());
            if (modalUpdateResult == ModalUpdateResult.NOT_SHOWN)
                recordFailure(caller, request, answers.modalUnavailable(request), "the window was gone");
            if (modalUpdateResult == ModalUpdateResult.UNKNOWN)
                context.notifier().sendEphemeral(caller.interaction().recipient(), answers.displayUnconfirmed(request));
        }
    }

    /** The record says by now that it was revealed: a line more says that it was not. */
    private void recordFailure(Caller caller, RescueRequest request, Message answer, String because) {
        recordAudit(caller, request, "password-not-revealed", because);
        context.replyNow(caller.interaction(), answer);
    }

    private void recordAudit(Caller caller, RescueRequest request, String what, String detail) {
        context.recorder().recordAction(what, request, caller.actor(), detail);
    }
}
