package dev.lifeline.handler.query;

import dev.lifeline.access.CloudUser;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.DoctorReplies;

/** {@code /rescue doctor}: the checks of the installation, for the account's owner alone, since they name users, devices and hosts. */
public final class DoctorHandler {

    private final SelfCheck selfCheck;
    private final Replies replies;

    public DoctorHandler(SelfCheck selfCheck, Replies replies) {
        this.selfCheck = selfCheck;
        this.replies = replies;
    }

    public Effects handle(Caller caller) {
        DoctorReplies texts = DoctorReplies.in(caller.locale());
        if (!ownsAll(caller)) return replies.deny(caller, "doctor", "", texts.ownerOnly());
        return replies.reply(caller, texts.report(selfCheck.lines()));
    }

    /** Of several accounts, the owner of each: the checks name users and devices of all. */
    private static boolean ownsAll(Caller caller) {
        return caller.elsewhere().isEmpty() && caller.cloudUsers().stream().allMatch(CloudUser::masterLike);
    }
}
