package dev.lifeline.handler.rescue;

import dev.lifeline.device.Device;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.DeviceLookup;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.Help;
import dev.lifeline.rescue.Confirmation;

/** {@code /rescue DEVICE WORDS}: asks whether the words behind the device are the reason. Nothing is opened before the answer. */
public final class ReasonQuestionHandler {

    private final DeviceLookup deviceLookup;
    private final Replies replies;

    public ReasonQuestionHandler(DeviceLookup deviceLookup, Replies replies) {
        this.deviceLookup = deviceLookup;
        this.replies = replies;
    }

    /** Asks, where the first word names one device; else the command is not understood. */
    public Effects handle(Caller caller, String typed, String words) {
        return deviceLookup.withOne(
                caller,
                typed,
                (user, device) -> replies.reply(user, question(user, device, words)),
                notFound -> replies.reply(caller, Help.in(caller.locale()).forUnknownCommand(typed + " " + words)));
    }

    private static Message question(Caller caller, Device device, String words) {
        CommandReplies texts = CommandReplies.in(caller.locale());
        return words.length() > Confirmation.MAX_REASON_CHARS
                ? texts.reasonTooLong()
                : texts.reasonQuestion(device, words);
    }
}
