package dev.lifeline.chronicle;

import dev.lifeline.audit.AuditLog;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * How is a move written down? The stage is saved, the record gets its lines, the thread its replies and the card its new face; to be
 * called inside one transaction, so that whoever loses the race for the stage says nothing.
 */
public final class Chronicle {

    private final RescueRequests requests;
    private final Announcer announcer;
    private final Ledger ledger;
    private final Memory memory;
    private final Voice voice;
    private final Messengers messengers;

    /** Tells in the workspace's voice, since all see it. */
    public Chronicle(RescueRequests requests, Announcer announcer, AuditLog audit, Voice voice, InstantSource clock) {
        this.requests = requests;
        this.announcer = announcer;
        this.ledger = new Ledger(audit, clock);
        this.memory = new Memory(audit, clock);
        this.voice = voice;
        this.messengers = new Messengers(announcer, voice.cards());
    }

    /**
     * Opens a request and shows its card, unless the device has an open one.
     *
     * @return the request that is open for the device now
     */
    public RescueRequest open(RescueRequest request, Author author) {
        RescueRequest open = requests.open(request);
        if (!open.id().equals(request.id())) {
            joined(open, author);
            return open;
        }
        ledger.enter(request, "requested", author, asked(request));
        show(request);
        return open;
    }

    /**
     * Writes a move down.
     *
     * @throws dev.lifeline.rescue.LostRace when somebody else moved the request first
     */
    public void write(Move.Moved moved, Author author) {
        RescueRequest next = moved.next();
        requests.save(next);
        if (moved.happened().isEmpty()) ledger.enter(next, Facts.name(next.stage()), author, Map.of());
        show(next);
        for (Happening happening : moved.happened()) {
            ledger.happened(next, happening, author);
            announcer.inThread(next.id(), next.plan().place(), voice.tidings().of(next, happening));
            messengers.after(next, happening);
        }
    }

    /** What it wrote down so far. */
    public Memory memory() {
        return memory;
    }

    /** Puts on the record that somebody asked for a device that has an open request. */
    public void joined(RescueRequest open, Author author) {
        ledger.enter(open, "joined", author, Map.of());
    }

    /** Puts a refusal on the record: nothing moved, but somebody tried. */
    public void refused(String what, String device, Author author, String because) {
        refused(what, device, author, Map.of("because", because));
    }

    /** The same, with more to tell of it. */
    public void refused(String what, String device, Author author, Map<String, String> facts) {
        ledger.enter(device, "refused-" + what, author, facts);
    }

    /** Puts a refusal about a request on the record. */
    public void refused(String what, RescueRequest request, Author author, Map<String, String> facts) {
        ledger.enter(request, "refused-" + what, author, facts);
    }

    /** What a request begins with: what was seen of the device, and what the policy asks for. */
    private static Map<String, String> asked(RescueRequest request) {
        Clearance clearance = request.plan().clearance();
        return Map.of(
                "power", request.plan().seen().condition().power().name().toLowerCase(Locale.ROOT),
                "approvals", Integer.toString(clearance.quorum()),
                "reason-asked", clearance.terms().reason().orElse(""));
    }

    /** Puts something on the record that is about no request and no device. */
    public void noted(String what, Author author, Map<String, String> details) {
        noted(what, "", author, details);
    }

    /**
     * Puts a deed on the record that moves no request.
     *
     * @param device the device's id; empty where it is about none
     */
    public void noted(String what, String device, Author author, Map<String, String> details) {
        ledger.enter(device, what, author, details);
    }

    /** Puts on the record what somebody did about a request without moving it. */
    public void noted(String what, RescueRequest request, Author author, String detail) {
        ledger.enter(request, what, author, detail.isEmpty() ? Map.of() : Map.of("because", detail));
    }

    private void show(RescueRequest request) {
        announcer.card(request.id(), request.plan().place(), voice.cards().card(request));
    }
}
