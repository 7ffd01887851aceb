package dev.lifeline.sandbox.softlayer.account;

/** What the account keeps beside its devices and users. */
public record AccountRecords(EventLog eventLog, Tickets tickets, MaintenanceNotices maintenanceNotices) {

    /** Returns records of an account in which nothing has happened yet. */
    public static AccountRecords empty() {
        return new AccountRecords(new EventLog(), new Tickets(), new MaintenanceNotices());
    }
}
