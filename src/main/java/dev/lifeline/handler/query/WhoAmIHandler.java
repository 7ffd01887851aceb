package dev.lifeline.handler.query;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.ExplainedDenial;
import dev.lifeline.device.DeviceType;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.message.reply.AccessReplies;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code /rescue whoami}: who the caller is on the account, and what stands against what they may want to do. */
public final class WhoAmIHandler {

    private static final List<DeviceOperation> CHECKED_OPERATIONS =
            List.of(DeviceOperation.LAUNCH_RESCUE, DeviceOperation.EXIT_RESCUE, DeviceOperation.READ_PASSWORD);

    private final HandlerContext context;

    public WhoAmIHandler(HandlerContext context) {
        this.context = context;
    }

    public Effects handle(Caller caller) {
        List<ExplainedDenial> explainedDenials = context.accessServices()
                .remedyContacts()
                .explain(caller.cloudUser(), denialReasons(caller.cloudUser()));
        return context.reply(caller, AccessReplies.in(caller.locale()).whoAmI(caller.cloudUser(), explainedDenials));
    }

    /** Of every deed and every kind of device; each once. */
    private static List<DenialReason> denialReasons(CloudUser user) {
        Set<DenialReason> denialReasons = new LinkedHashSet<>();
        for (DeviceOperation deviceOperation : CHECKED_OPERATIONS)
            for (DeviceType deviceType : DeviceType.values())
                denialReasons.addAll(AccessRules.denialReasons(deviceOperation, user, deviceType));
        return new ArrayList<>(denialReasons);
    }
}
