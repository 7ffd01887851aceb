package dev.lifeline.command;

/** {@code /rescue list [TEXT]}: the devices that the caller has access to. */
final class ListDevices {

    private final Desk desk;
    private final Finding finding;

    ListDevices(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, String text) {
        return desk.reply(caller, caller.voice().answers().list(text, finding.all(caller, text)));
    }
}
