package dev.lifeline.handler.context;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.PendingAccessChanges;
import dev.lifeline.access.RemedyContacts;

/** What do those at the front desk work with who look after people's access? */
public record AccessServices(
        AccessChangeCheck changeCheck,
        RemedyContacts remedyContacts,
        CloudAccount cloudAccount,
        PendingAccessChanges pendingChanges) {

    /** The users of the cloud account: read afresh, as they were lately, and changed. */
    public record CloudAccount(CloudUsers users, CloudUserCache recentUsers, AccessAdmin accessAdmin) {}
}
