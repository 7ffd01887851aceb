package dev.lifeline.simulation;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.message.model.Action;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what was done has its entry in the audit log (promise P8); entries are noted as they are written. */
final class AuditCoverage {

    /** Clicks that do something, or are refused; the others only show something. */
    static final Set<Action> DEEDS = EnumSet.of(
            Action.CONFIRM,
            Action.CANCEL,
            Action.POWER_ON,
            Action.APPROVE,
            Action.DENY,
            Action.BREAK_GLASS,
            Action.EXIT,
            Action.EXIT_HARD,
            Action.STILL_NEEDED,
            Action.TAKE_OVER,
            Action.REPORT_LOGIN,
            Action.REPORT_BACK,
            Action.CLOSE_BY_HAND);

    /** The names of entries that say in which stage a request is from then on. */
    private static final Set<String> TRANSITIONS = Stream.concat(
                    Stream.of("requested"),
                    Stream.of(RescueEvent.class, Stage.class)
                            .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                            .map(AuditCoverage::name))
            .collect(Collectors.toUnmodifiableSet());

    private final SimulatedWorld world;
    private final Map<RequestId, AuditEntry> lastTransition = new HashMap<>();
    private final Map<RequestId, Set<String>> approvals = new HashMap<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<RequestId> touched = new HashSet<>();
    private long passwordsRevealed;

    AuditCoverage(SimulatedWorld world) {
        this.world = world;
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    void note(AuditEntry entry) {
        entries.merge(key(entry.actor(), entry.requestId()), 1, Integer::sum);
        if (entry.event().equals("rejected-interaction")) failed.add(entry.detail("interaction"));
        if (entry.event().equals("password-revealed")) passwordsRevealed++;
        if (!RequestId.isWellFormed(entry.requestId())) return;
        RequestId id = new RequestId(entry.requestId());
        if (TRANSITIONS.contains(entry.event())) lastTransition.put(id, entry);
        if (entry.event().equals("approved"))
            approvals.computeIfAbsent(id, request -> new HashSet<>()).add(entry.actor());
        touched.add(id);
    }

    private static String key(String actor, String request) {
        return actor + " " + request;
    }

    /** After the entries of a step: of each request that these are about. */
    void checkTouched(ReplicaStore store) {
        touched.forEach(id -> store.requests().find(id).ifPresent(this::check));
        touched.clear();
        checkPasswords();
    }

    void checkPasswords() {
        if (world.passwordsShown() > passwordsRevealed) world.violated("P8", "a password was shown without an entry");
    }

    /** The last entry says in which stage the request is, and each vote has its own. */
    void check(RescueRequest request) {
        String stage = name(request.stage().getClass());
        AuditEntry last = lastTransition.get(request.id());
        if (last == null || !last.detail("stage").equals(stage))
            world.violated("P8", request.id() + " came to " + stage + " without an entry");
        else if (request.stage() instanceof Stage.Closed closed
                && !last.detail("close-reason")
                        .equalsIgnoreCase(closed.closeReason().name()))
            world.violated("P8", request.id() + " closed as " + closed.closeReason() + " without an entry");
        if (request.stage() instanceof Stage.AwaitingApproval waiting)
            waiting.votes().stream()
                    .map(vote -> vote.voter().slackUserId().value())
                    .filter(voter ->
                            !approvals.getOrDefault(request.id(), Set.of()).contains(voter))
                    .findFirst()
                    .ifPresent(voter -> world.violated("P8", "the vote of " + voter + " has no entry"));
    }

    /** In the end each click that was taken did something or was refused, on the record. */
    void checkClicks(Map<String, Deed> deeds, Set<String> stored) {
        Map<String, Integer> unrecorded = new HashMap<>();
        deeds.forEach((interaction, deed) -> {
            if (stored.contains(interaction) && !failed.contains(interaction))
                unrecorded.merge(key(deed.person(), deed.request()), 1, Integer::sum);
        });
        Map<String, Integer> missing = new HashMap<>();
        unrecorded.forEach((key, clicks) ->
                missing.merge(key.split(" ", 2)[0], Math.max(0, clicks - entries.getOrDefault(key, 0)), Integer::sum));
        firstAbove(missing).ifPresent(person -> world.violated("P8", "a click of " + person + " has no entry"));
    }

    /** A person who is refused as such has an entry that names no request. */
    private Optional<String> firstAbove(Map<String, Integer> missing) {
        return missing.entrySet().stream()
                .filter(clicks -> clicks.getValue() > entries.getOrDefault(key(clicks.getKey(), ""), 0))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** A click on a button that does something, by whom and about which request. */
    record Deed(String person, String request) {}
}
