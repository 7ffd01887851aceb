package dev.lifeline.handler.query;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.DeviceOperation;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.device.DeviceType;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.message.reply.AccountReplies;
import dev.lifeline.message.reply.HomeOverview;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code /rescue whoami}: which cloud user the caller is, and the denial reasons of each operation. */
public final class WhoAmIHandler {

    private static final List<DeviceOperation> CHECKED_OPERATIONS =
            List.of(DeviceOperation.LAUNCH_RESCUE, DeviceOperation.EXIT_RESCUE, DeviceOperation.READ_PASSWORD);

    private final RemedyContacts remedyContacts;
    private final Replies replies;

    public WhoAmIHandler(RemedyContacts remedyContacts, Replies replies) {
        this.remedyContacts = remedyContacts;
        this.replies = replies;
    }

    public Effects handle(Caller caller) {
        return replies.reply(
                caller,
                AccountReplies.in(caller.locale())
                        .whoAmI(readers(caller.identity(), remedyContacts), caller.elsewhere()));
    }

    /** Who somebody is in each account that has them, and what they may not do there. */
    static List<HomeOverview.Reader> readers(AccessDecision.Allowed identity, RemedyContacts remedyContacts) {
        return identity.cloudUsers().stream()
                .map(user -> new HomeOverview.Reader(user, remedyContacts.explain(user, denialReasons(user))))
                .toList();
    }

    /** For every operation and every type of device; each reason once. */
    private static List<DenialReason> denialReasons(CloudUser user) {
        Set<DenialReason> denialReasons = new LinkedHashSet<>();
        for (DeviceOperation operation : CHECKED_OPERATIONS)
            for (DeviceType deviceType : DeviceType.ofProvider())
                denialReasons.addAll(AccessRules.denialReasons(operation, user, deviceType));
        return List.copyOf(denialReasons);
    }
}
