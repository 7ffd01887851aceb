package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.reply.AccessInstructions;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage.InRescue;
import java.util.List;
import java.util.Optional;

/**
 * The button <em>Show access</em>: how to log in, for every caller who may see the device. Nothing in the answer is secret, so that those
 * who help without a right to launch or to read passwords can say what to type (decision 0011).
 */
public final class ShowAccessHandler {

    private final Devices devices;
    private final Ports ports;
    private final TransitionRecorder recorder;
    private final Replies replies;

    /**
     * Creates the handler.
     *
     * @param ports the ports for which the instructions are written
     */
    public ShowAccessHandler(Devices devices, Ports ports, TransitionRecorder recorder, Replies replies) {
        this.devices = devices;
        this.ports = ports;
        this.recorder = recorder;
        this.replies = replies;
    }

    public Effects handle(Caller caller, RescueRequest request) {
        DeviceId device = request.device().id();
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.VIEW_DEVICE, device);
        if (!denialReasons.isEmpty()) return replies.deny(caller, "show-access", device.toString(), denialReasons);
        AccessInstructions instructions = AccessInstructions.in(caller.locale());
        if (!request.stage().allowsLogin()) return replies.reply(caller, instructions.notAccessible(request));
        Effects recorded = () -> recorder.recordAction("access-shown", request, caller.actor(), "");
        return recorded.and(replies.reply(
                caller, instructions.render(request, loginName(request), ports, passwordDenial(caller, device))));
    }

    private static Optional<TextLine> passwordDenial(Caller caller, DeviceId device) {
        return caller.denialReasons(DeviceOperation.READ_PASSWORD, device).stream()
                .findFirst()
                .map(DenialMessages.in(caller.locale())::denial);
    }

    private Optional<String> loginName(RescueRequest request) {
        DeviceId device = request.device().id();
        Optional<String> known = request.stage() instanceof InRescue in ? in.loginName() : Optional.empty();
        return known.or(() -> devices.loginUsername(device));
    }
}
