package dev.lifeline.simulation;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.PolicyRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything outside the bot, and the time. */
final class SimulatedWorld {

    /** The password of every device; nobody but who asked for it may see it, and nothing may keep it. */
    static final String PLANTED_SECRET = "planted-secret-hunter2";

    private static final Duration LONGEST_HICCUP = Duration.ofSeconds(90);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final Seed seed;
    private final Workload workload;
    private final Trace trace = new Trace();
    private final Figures figures = new Figures();
    private final SimulatedTime time;
    private final SimulatedAccount account;
    private final SimulatedHumans humans;
    private final SimulatedWorkspace workspace = new SimulatedWorkspace();
    private final Orders orders;
    private final Map<SlackUserId, Instant> firstLinked = new HashMap<>();
    private final Map<SlackUserId, String> linked = new HashMap<>();
    private final Map<Link, Instant> linkedUntil = new HashMap<>();
    private final Map<SlackUserId, Set<CloudUserId>> keysShown = new HashMap<>();
    private final Map<SlackUserId, Integer> linksShown = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();
    private Instant disturbedUntil = Instant.EPOCH;
    private long privateMessages;
    private long passwordsShown;
    private Duration lastPoll = Duration.ZERO;
    private Duration lastDelivery = Duration.ZERO;
    private Runnable afterEach = () -> {};
    private PolicyRules policyRules;
    private Optional<Violation> violation = Optional.empty();

    /** A Slack user and the name of a cloud user. */
    private record Link(SlackUserId person, String username) {}

    SimulatedWorld(Seed seed, Workload workload) {
        this.seed = seed;
        this.workload = workload;
        this.time = new SimulatedTime(() -> afterEach.run());
        this.humans = new SimulatedHumans(this);
        this.account = new SimulatedAccount(this, Duration.ofSeconds(seed.nextInt("provider-clock", 400) - 200L));
        this.orders = new Orders(this);
        this.policyRules = SimulatedPolicies.all().get(0);
    }

    void afterEach(Runnable what) {
        afterEach = what;
    }

    /** Looks at what was written so far, in the middle of an event. */
    void lookNow() {
        afterEach.run();
    }

    Seed seed() {
        return seed;
    }

    Workload workload() {
        return workload;
    }

    SimulatedTime time() {
        return time;
    }

    SimulatedAccount account() {
        return account;
    }

    SimulatedHumans humans() {
        return humans;
    }

    SimulatedWorkspace workspace() {
        return workspace;
    }

    Orders orders() {
        return orders;
    }

    /** Mostly a hiccup, sometimes longer than any lease or time-out. */
    Duration pauseLength() {
        Duration longest = seed.chance("pause-length", 0.3) ? LONGEST_PAUSE : LONGEST_HICCUP;
        return seed.between("pause-length", Duration.ofSeconds(2), longest);
    }

    /** The name of the device that a request is about. */
    Optional<String> deviceOfRequest(String id) {
        return orders.deviceOf(id);
    }

    void countPrivateMessage() {
        privateMessages++;
    }

    void notePasswordShown() {
        passwordsShown++;
    }

    /** How many times somebody was shown a password. */
    long passwordsShown() {
        return passwordsShown;
    }

    /** How many messages to single people were written so far. */
    long privateMessages() {
        return privateMessages;
    }

    /** A person entered a key of a cloud user. */
    void noteKeyShown(SlackUserId person, CloudUserId user) {
        keysShown.computeIfAbsent(person, shown -> new HashSet<>()).add(user);
    }

    boolean isKeyShown(SlackUserId person, CloudUserId user) {
        return keysShown.getOrDefault(person, Set.of()).contains(user);
    }

    /** A page told a person that they are linked. */
    void noteLinkShown(SlackUserId person) {
        linksShown.merge(person, 1, Integer::sum);
    }

    /** How often pages told people that they are linked. */
    Map<SlackUserId, Integer> linksShown() {
        return Map.copyOf(linksShown);
    }

    /** What somebody typed to ask for a rescue. */
    void noteTyped(String interaction, String device) {
        typed.put(interaction, device);
    }

    Optional<String> typed(String interaction) {
        return Optional.ofNullable(typed.get(interaction));
    }

    /** The devices are being watched. */
    void notePoll() {
        lastPoll = time.elapsed();
    }

    /** Slack has taken something from the bot. */
    void noteDelivery() {
        lastDelivery = time.elapsed();
    }

    Duration sinceLastDelivery() {
        return time.elapsed().minus(lastDelivery);
    }

    Duration sinceLastPoll() {
        return time.elapsed().minus(lastPoll);
    }

    /** A process stood still until then, or something about people could not be read. */
    void noteDisturbance(Instant until) {
        if (until.isAfter(disturbedUntil)) disturbedUntil = until;
    }

    /** Whether what is written now may be decided by what was true a while ago, or is not known. */
    boolean isDisturbed() {
        return time.now().isBefore(disturbedUntil.plus(SimulatedHumans.ABILITY_RACE));
    }

    /** Until when somebody was linked to a cloud user whom they are not linked to now. */
    Instant linkedUntil(SlackUserId person, String username) {
        Instant first = firstLinked.getOrDefault(person, SimulatedTime.START);
        return linkedUntil.getOrDefault(new Link(person, username), first);
    }

    /** Somebody was linked to a cloud user, perhaps once more; or unlinked, where the name is empty. */
    void noteLinked(SlackUserId person, String username) {
        firstLinked.putIfAbsent(person, time.now());
        String before = linked.getOrDefault(person, username);
        linked.put(person, username);
        if (!before.equals(username)) linkedUntil.put(new Link(person, before), time.now());
    }

    Figures figures() {
        return figures;
    }

    PolicyRules policyRules() {
        return policyRules;
    }

    void setPolicyRules(PolicyRules rules) {
        policyRules = rules;
        trace("operator", "policy " + rules.version());
    }

    void trace(String actor, String what) {
        trace.add(time.elapsed(), actor, what);
    }

    Trace trace() {
        return trace;
    }

    /** The first one counts. */
    void violated(String promise, String what) {
        if (violation.isPresent()) return;
        violation = Optional.of(new Violation(promise, what));
        trace("VIOLATION", promise + ": " + what);
    }

    Optional<Violation> violation() {
        return violation;
    }
}
