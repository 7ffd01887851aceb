package dev.lifeline.command;

import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.PastRescue;
import java.util.List;
import java.util.Optional;

/** {@code /rescue history [DEVICE]}: what was asked for lately and what became of it, of what the caller may see. */
final class ShowHistory {

    /** As many as one reads on a phone. */
    private static final int SHOWN = 10;

    /** How far back is looked for some that the caller may see. */
    private static final int LOOKED_AT = 500;

    private final Desk desk;
    private final Finding finding;

    ShowHistory(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, Optional<String> typed) {
        return desk.reply(caller, typed.map(name -> one(caller, name)).orElseGet(() -> all(caller)));
    }

    private Message all(Caller caller) {
        return caller.voice().history().all(past(caller, Optional.empty()));
    }

    private Message one(Caller caller, String typed) {
        Found found = finding.one(caller, typed);
        if (found instanceof Found.Otherwise otherwise) return otherwise.answer();
        Device device = ((Found.One) found).device();
        return caller.voice().history().of(device, past(caller, Optional.of(device.id())));
    }

    private List<PastRescue> past(Caller caller, Optional<DeviceId> device) {
        return desk.requests().recent(device, LOOKED_AT).stream()
                .filter(request -> Finding.maySee(caller.user(), request.device()))
                .limit(SHOWN)
                .map(desk.chronicle().memory()::of)
                .toList();
    }
}
