package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.reply.AccessInstructions;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.List;
import java.util.Optional;

/**
 * <em>Show access</em> on a card: how to get in, for whoever may see the device. That is enough, as nothing in it is secret: address and
 * user name stand on the card, and the rest is how to use them. Who helps without a right of their own to launch or to read passwords
 * can still say what to type (decision 0011).
 */
public final class ShowAccessHandler {

    private final HandlerContext context;

    public ShowAccessHandler(HandlerContext context) {
        this.context = context;
    }

    public Effects handle(Caller caller, RescueRequest request) {
        List<DenialReason> denialReasons = caller.denialReasons(
                DeviceOperation.VIEW_DEVICE, request.device().id());
        if (!denialReasons.isEmpty())
            return context.deny(caller, "show-access", request.device().id().toString(), denialReasons);
        if (!request.stage().allowsLogin())
            return context.reply(caller, AccessInstructions.in(caller.locale()).notAccessible(request));
        Effects recorded = () -> context.recorder().recordAction("access-shown", request, caller.actor(), "");
        return recorded.and(context.reply(caller, instructions(caller, request)));
    }

    private Message instructions(Caller caller, RescueRequest request) {
        Optional<TextLine> noPassword = 
                caller.denialReasons(DeviceOperation.READ_PASSWORD, request.device().id()).stream()
                .findFirst()
                .map(DenialMessages.in(caller.locale())::denial);
        return AccessInstructions.in(caller.locale())
                .render(request, loginName(request), context.entryServices().ports(), noPassword);
    }

    private Optional<String> loginName(RescueRequest request) {
        DeviceId device = request.device().id();
        Optional<String> known = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        return known.or(() -> context.devices().loginUsername(device));
    }
}
