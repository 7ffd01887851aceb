package dev.lifeline.chronicle;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Happening;
import dev.lifeline.rescue.Move;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage.Closed;
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
    private final AuditLog audit;
    private final Voice voice;
    private final InstantSource clock;
    private final Messengers messengers;

    /** Tells in the workspace's voice, since all see it. */
    public Chronicle(RescueRequests requests, Announcer announcer, AuditLog audit, Voice voice, InstantSource clock) {
        this.requests = requests;
        this.announcer = announcer;
        this.audit = audit;
        this.voice = voice;
        this.clock = clock;
        this.messengers = new Messengers(announcer, voice.cards());
    }

    /**
     * Opens a request and shows its card, unless the device has an open one.
     *
     * @return the request that is open for the device now
     */
    public RescueRequest open(RescueRequest request, Author author) {
        RescueRequest open = requests.open(request);
        if (!open.id().equals(request.id())) return open;
        record(request, "requested", author, "");
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
        if (moved.happened().isEmpty()) record(next, "stage", author, "");
        show(next);
        for (Happening happening : moved.happened()) {
            record(next, name(happening), author, happening.toString());
            announcer.inThread(next.id(), next.plan().place(), voice.tidings().of(next, happening));
            messengers.after(next, happening);
        }
    }

    /** Puts a refusal on the record: nothing moved, but somebody tried. */
    public void refused(String what, String device, Author author, String because) {
        audit.record(new AuditEntry(
                clock.instant(),
                author.who(),
                author.user(),
                "refused-" + what,
                device,
                "",
                Map.of("because", because)));
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
        audit.record(new AuditEntry(clock.instant(), author.who(), author.user(), what, device, "", details));
    }

    /** Puts on the record what somebody did about a request without moving it. */
    public void noted(String what, RescueRequest request, Author author, String detail) {
        record(request, what, author, detail);
    }

    private void show(RescueRequest request) {
        announcer.card(request.id(), request.plan().place(), voice.cards().card(request));
    }

    private void record(RescueRequest request, String what, Author author, String detail) {
        String stage = request.stage().getClass().getSimpleName();
        String ending =
                request.stage() instanceof Closed closed ? closed.ending().name() : "";
        audit.record(new AuditEntry(
                clock.instant(),
                author.who(),
                author.user(),
                what,
                request.device().id().toString(),
                request.id().value(),
                Map.of("stage", stage, "ending", ending, "detail", detail)));
    }

    /** {@code LaunchAccepted} is recorded as {@code launch-accepted}. */
    private static String name(Happening happening) {
        return happening
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
