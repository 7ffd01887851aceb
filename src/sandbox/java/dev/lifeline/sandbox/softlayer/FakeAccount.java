package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.AccountRecords;
import dev.lifeline.sandbox.softlayer.account.DeviceCommands;
import dev.lifeline.sandbox.softlayer.account.EventLog;
import dev.lifeline.sandbox.softlayer.account.Fleet;
import dev.lifeline.sandbox.softlayer.account.Grants;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;

/** The fake account: its devices, users, grants, commands and event log. */
record FakeAccount(Fleet fleet, CloudUsers users, Grants permissionGrants, DeviceCommands commands, AccountRecords records) {

    EventLog eventLog() {
        return records.eventLog();
    }
}
