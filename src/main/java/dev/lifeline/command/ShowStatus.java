package dev.lifeline.command;

import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.RescueRequest;
import java.util.List;
import java.util.Optional;

/** {@code /rescue status [DEVICE]}: where things stand, of what the caller may see. */
final class ShowStatus {

    private final Desk desk;
    private final Finding finding;

    ShowStatus(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, Optional<String> typed) {
        return desk.reply(caller, typed.map(name -> one(caller, name)).orElseGet(() -> all(caller)));
    }

    private Message all(Caller caller) {
        return caller.voice()
                .answers()
                .status(
                        visible(caller, desk.requests().open()),
                        visible(caller, desk.requests().underReview()));
    }

    private static List<RescueRequest> visible(Caller caller, List<RescueRequest> requests) {
        return requests.stream()
                .filter(request -> Finding.maySee(caller.user(), request.device()))
                .toList();
    }

    private Message one(Caller caller, String typed) {
        Found found = finding.one(caller, typed);
        if (found instanceof Found.Otherwise otherwise) return otherwise.answer();
        Device device = ((Found.One) found).device();
        return desk.requests()
                .openFor(device.id())
                .map(request -> caller.voice().answers().status(List.of(request), List.of()))
                .orElseGet(() -> caller.voice().answers().noRequest(device));
    }
}
