package dev.lifeline.command;

import dev.lifeline.access.ChangeCheck;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Grants;
import dev.lifeline.access.Offers;
import dev.lifeline.access.RecentUsers;
import dev.lifeline.access.Remedies;

/** What do those at the front desk work with who look after people's access? */
public record AccessDesk(ChangeCheck check, Remedies remedies, Account account, Offers offers) {

    /** The users of the cloud account: read afresh, as they were lately, and changed. */
    public record Account(CloudUsers users, RecentUsers recent, Grants grants) {}
}
