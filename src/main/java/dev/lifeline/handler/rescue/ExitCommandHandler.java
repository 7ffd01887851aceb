package dev.lifeline.handler.rescue;

import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.TransitionRejection;
import java.util.List;

/** {@code /rescue exit DEVICE}: asks for confirmation that the rescue is to end; offers to take back one that was not launched yet. */
public final class ExitCommandHandler {

    private final DeviceLookup deviceLookup;
    private final RescueRequests requests;
    private final Replies replies;

    public ExitCommandHandler(DeviceLookup deviceLookup, RescueRequests requests, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.requests = requests;
        this.replies = replies;
    }

    /**
     * Asks whether a device's rescue is to end.
     *
     * @param typed the name, address or id of a device
     */
    public Effects handle(Caller caller, String typed) {
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> requests.findOpen(device.id())
                        .map(request -> handle(user, request, device))
                        .orElseGet(() -> replies.reply(
                                user, CommandReplies.in(user.locale()).noOpenRequest(device))));
    }

    private Effects handle(Caller caller, RescueRequest request, Device device) {
        List<DenialReason> denialReasons = caller.denialReasons(DeviceOperation.EXIT_RESCUE, device.id());
        if (!denialReasons.isEmpty())
            return replies.deny(caller, "exit", device.id().toString(), denialReasons);
        Message message = confirmationMessage(caller, request);
        return replies.reply(caller, CommandReplies.in(caller.locale()).withPresentName(message, request, device));
    }

    private static Message confirmationMessage(Caller caller, RescueRequest request) {
        CommandReplies commandReplies = CommandReplies.in(caller.locale());
        if (request.stage() instanceof InRescue) return commandReplies.confirmExit(request);
        if (request.stage().isBeforeLaunch())
            return isRequester(caller, request)
                    ? commandReplies.offerTakeBack(request)
                    : commandReplies.takeBackByRequester(request);
        return DenialMessages.in(caller.locale()).transitionRejected(TransitionRejection.NOT_IN_RESCUE, request);
    }

    private static boolean isRequester(Caller caller, RescueRequest request) {
        return caller.slackUser().id().equals(request.plan().requester().slackUserId());
    }
}
