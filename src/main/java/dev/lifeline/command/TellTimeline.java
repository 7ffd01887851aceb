package dev.lifeline.command;

import dev.lifeline.chronicle.Timeline;
import dev.lifeline.command.Finding.Found;
import dev.lifeline.device.Device;
import dev.lifeline.message.Message;
import dev.lifeline.rescue.RescueRequest;
import java.util.Optional;

/**
 * {@code /rescue timeline DEVICE}: how the newest rescue of a device went, as Markdown in the caller's own talk with the bot, where it
 * stays and can be copied from.
 */
final class TellTimeline {

    private final Desk desk;
    private final Finding finding;

    TellTimeline(Desk desk, Finding finding) {
        this.desk = desk;
        this.finding = finding;
    }

    Decision decide(Caller caller, String typed) {
        Found found = finding.one(caller, typed);
        if (found instanceof Found.Otherwise otherwise) return desk.reply(caller, otherwise.answer());
        Device device = ((Found.One) found).device();
        return desk.requests().recent(Optional.of(device.id()), 1).stream()
                .findFirst()
                .flatMap(newest -> told(caller, newest))
                .orElseGet(() -> desk.reply(caller, caller.voice().history().never(device)));
    }

    private Optional<Decision> told(Caller caller, RescueRequest request) {
        return desk.chronicle().memory().timeline(request.id()).map(timeline -> told(caller, request, timeline));
    }

    private Decision told(Caller caller, RescueRequest request, Timeline timeline) {
        Message whole = caller.voice().history().timeline(request, timeline.lines());
        String link = caller.voice().cards().link();
        Decision sent = () -> desk.announcer().directly(caller.person().id(), request.id(), whole, link);
        return sent.and(desk.reply(caller, caller.voice().history().sent(request.device())));
    }
}
