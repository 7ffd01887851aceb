package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.FaultKind.Point;
import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Fate;
import dev.lifeline.sandbox.web.Answer;
import dev.lifeline.sandbox.web.Call;
import dev.lifeline.sandbox.web.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The way of one REST call: noted, struck by faults or not, authenticated, answered. */
final class RestRoute implements Route {

    private static final Pattern READS = Pattern.compile(".*::(get|is|find|search|advancedSearch).*");
    private static final Set<String> LAUNCHES =
            Set.of("executeRescueLayer", "bootToRescueLayer", "mountIsoImage", "unmountIsoImage");
    private static final double MILLIS = 1000;

    private final InstantSource clock;
    private final Estate estate;
    private final Rest rest;
    private final Keys keys;
    private final Surroundings around;

    /**
     * What a call leaves traces in and is troubled by.
     *
     * @param touched told of a device that is called by its id
     */
    record Surroundings(Faults faults, CallLog log, Consumer<Device> touched) {}

    RestRoute(InstantSource clock, Estate estate, Rest rest, Keys keys, Surroundings around) {
        this.clock = clock;
        this.estate = estate;
        this.rest = rest;
        this.keys = keys;
        this.around = around;
    }

    @Override
    public Answer answer(Call call) throws IOException, InterruptedException {
        try {
            return noted(call, Invocation.of(call));
        } catch (ApiError unreadable) {
            return refusal(unreadable);
        }
    }

    private Answer noted(Call call, Invocation invocation) throws IOException, InterruptedException {
        String name = rest.nameOf(invocation);
        CallLog.Note note = around.log().arrived(clock.instant(), name, call, invocation);
        Faults.Target target =
                new Faults.Target(name, invocation.id(), !READS.matcher(name).matches());
        try {
            Answer answer = troubled(call, invocation, target, note);
            note.ended(
                    answer instanceof Answer.Whole whole ? whole.status() : answer instanceof Answer.Dropped ? 0 : 200);
            return answer;
        } catch (ApiError refused) {
            note.failed(refused.status(), refused.error());
            return refusal(refused);
        }
    }

    private static Answer.Whole refusal(ApiError refused) {
        return Answer.json(refused.status(), Map.of("error", refused.error(), "code", refused.code()));
    }

    private Answer troubled(Call call, Invocation invocation, Faults.Target target, CallLog.Note note)
            throws IOException, InterruptedException {
        Optional<Faults.Fault> slow = struck(target, kind -> kind == FaultKind.SLOW, note);
        if (slow.isPresent()) Thread.sleep(Math.round(slow.get().seconds() * MILLIS));
        Optional<Faults.Fault> instead =
                struck(target, kind -> kind.point() == Point.INSTEAD || kind.point() == Point.INSTEAD_OF_ACTIONS, note);
        if (instead.isPresent())
            return FaultAnswers.instead(instead.get().kind(), invocation.id().orElse("0"));
        Answer.Whole answer = answered(call, invocation, target, note);
        Optional<Faults.Fault> after =
                struck(target, kind -> kind.point() == Point.AFTER || kind.point() == Point.AFTER_ACTIONS, note);
        return after.isPresent() ? FaultAnswers.after(after.get().kind(), answer) : answer;
    }

    private Optional<Faults.Fault> struck(Faults.Target target, Predicate<FaultKind> kinds, CallLog.Note note) {
        Optional<Faults.Fault> fault = around.faults().strike(target, kinds);
        fault.map(Faults.Fault::kind).ifPresent(note::struckBy);
        return fault;
    }

    private Answer.Whole answered(Call call, Invocation invocation, Faults.Target target, CallLog.Note note) {
        CloudUser caller = keys.callerOf(call);
        note.by(caller.username());
        Instant now = clock.instant();
        Predicate<Device> sight =
                estate.people().sightOf(caller).and(around.faults().notHidden(target.method()));
        Showing showing = new Showing(estate, caller, now, sight);
        touch(invocation);
        Optional<FaultKind> wrong =
                struck(target, kind -> kind.point() == Point.MANNER, note).map(Faults.Fault::kind);
        boolean types =
                call.header("SoftLayer-Include-Types").filter("true"::equals).isPresent();
        return rest.answer(new Request(invocation, showing, fate(target, note)), new Rest.Manner(types, wrong));
    }

    private void touch(Invocation invocation) {
        if (!invocation.service().contains("User"))
            invocation
                    .id()
                    .filter(id -> id.length() <= 18)
                    .flatMap(id -> estate.fleet().withId(Long.parseLong(id)))
                    .ifPresent(around.touched());
    }

    private Fate fate(Faults.Target target, CallLog.Note note) {
        if (!LAUNCHES.contains(target.method().replaceAll(".*::", ""))) return Fate.ENDS;
        return struck(target, kind -> kind.point() == Point.FATE, note)
                .map(fault -> switch (fault.kind()) {
                    case STUCK_TRANSACTION -> Fate.STICKS;
                    case TRANSACTION_NEVER_STARTS -> Fate.NEVER_STARTS;
                    default -> Fate.VANISHES;
                })
                .orElse(Fate.ENDS);
    }
}
