package dev.lifeline.command;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.Objection;
import dev.lifeline.approval.Electing;
import dev.lifeline.approval.Policy;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.device.Devices;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Message;
import dev.lifeline.message.Windows.Sight;
import dev.lifeline.rescue.RescueKernel;
import dev.lifeline.rescue.RescueRequests;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What does everybody at the front desk work with? */
public record Desk(
        AccessCheck access,
        Devices devices,
        RescueKernel kernel,
        RescueRequests requests,
        Chronicle chronicle,
        Announcer announcer,
        InstantSource clock,
        Rooms rooms) {

    Policy policy() {
        return rooms.consent().policy();
    }

    Electing electing() {
        return rooms.consent().electing();
    }

    Linking linking() {
        return rooms.linking();
    }

    Serving serving() {
        return rooms.serving();
    }

    AccessDesk accounts() {
        return rooms.accounts();
    }

    Entrance entrance() {
        return rooms.entrance();
    }

    /** An answer that only whoever asked reads: in the window that waits for it, where one does. */
    Decision reply(Ask ask, Message answer) {
        if (ask.window().isPresent()) return Decision.of(() -> {}, () -> tell(ask, answer));
        return () -> announcer.privately(ask.audience(), answer);
    }

    /** Tells it at once, outside a transaction; where the window is gone, as any private answer. */
    void tell(Ask ask, Message answer) {
        boolean shown = ask.window()
                .filter(window -> entrance().windows().show(window, answer) == Sight.SHOWN)
                .isPresent();
        if (!shown) announcer.privately(ask.audience(), answer);
    }

    /** An answer that only the caller reads. */
    Decision reply(Caller caller, Message answer) {
        return reply(caller.ask(), answer);
    }

    /** A refusal by the rules: with every reason, and who can help. */
    Decision refuse(Caller caller, String what, String device, List<Objection> objections) {
        return refuse(caller, what, device, refusal(caller, objections));
    }

    /** Every reason, each with who can help. */
    Message refusal(Caller caller, List<Objection> objections) {
        return caller.voice().access().refusal(accounts().remedies().of(caller.user(), objections));
    }

    /** A refusal: told to the caller, and put on the record. */
    Decision refuse(Caller caller, String what, String device, Message answer) {
        return refuse(caller, what, device, Map.of("because", answer.plain()), answer);
    }

    /** The same, with facts of its own on the record. */
    Decision refuse(Caller caller, String what, String device, Map<String, String> facts, Message answer) {
        Decision recorded = () -> chronicle.refused(what, device, caller.author(), facts);
        return recorded.and(reply(caller, answer));
    }
}
