package dev.lifeline.simulation;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.CloseReason;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.Stage;
import dev.lifeline.store.sql.AuditChain;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to hold after every step: judged by what was newly written, against what is true. */
final class Invariants {

    /** Whoever has to prove who they are gets the address beside the answer. */
    private static final String LINK_OFFER = "Open this address and show which cloud user you are";

    private static final String KEPT_VOTE = " is kept";

    private static final Pattern RESPONSE_URL = Pattern.compile("\"sim:(sim[0-9]+)\"");
    private static final List<String> PROVED_BEFORE =
            List.of("U0ELENA", "U0CHIARA", "U0DARIO", "U0DARIO2", "U0HUGO", "U0HUGO2");
    private static final List<String> ONCALL_AND_ESCALATION =
            List.of("U0BRUNO", "U0DARIO", "U0DARIO2", "U0GITA", "U0CHIARA");
    private static final Duration RENAME_RACE = Duration.ofMinutes(2);
    private static final Set<CloseReason> WORD_OF_A_PERSON = Set.of(CloseReason.BY_HAND);

    private final SimulatedWorld world;
    private final SimulatedDatabase database;
    private final ReplicaStore store;
    private final AuditCoverage coverage;
    private final Set<SlackUserId> proved = new HashSet<>();
    private final Map<SlackUserId, Integer> linkEntries = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Set<RequestId> judgedClosed = new HashSet<>();
    private long lastAudit;
    private long lastMessage;
    private String lastHash = "0".repeat(64);
    private long seenWrites = -1;

    Invariants(SimulatedWorld world, SimulatedDatabase database, ReplicaStore store) {
        this.world = world;
        this.database = database;
        this.store = store;
        this.coverage = new AuditCoverage(world);
        PROVED_BEFORE.forEach(person -> proved.add(new SlackUserId(person)));
    }

    void check() {
        if (database.recordWrites() == seenWrites) return;
        seenWrites = database.recordWrites();
        checkWritten();
    }

    private void checkWritten() {
        List<SimulatedDatabase.AuditRow> rows = database.auditAfter(lastAudit);
        rows.forEach(this::check);
        coverage.checkTouched(store);
        judgeShownLinks();
        database.messagesAfter(lastMessage).forEach(this::check);
    }

    private void check(SimulatedDatabase.AuditRow row) {
        if (row.sequence() != lastAudit + 1) world.violated("P8", "entry " + (lastAudit + 1) + " is missing");
        if (!row.previousHash().equals(lastHash)) world.violated("P8", "entry " + row.sequence() + " does not follow");
        lastAudit = row.sequence();
        lastHash = row.hash();
        requireNoSecret("audit log", row.entry());
        AuditEntry entry = ReplicaStore.JSON.read(AuditEntry.class, row.entry());
        coverage.note(entry);
        world.trace("audit", entry.event() + " " + entry.actor() + " " + entry.requestId());
        judgeLink(entry);
        if (RequestId.isWellFormed(entry.requestId())) judge(new RequestId(entry.requestId()), entry);
    }

    private void judgeLink(AuditEntry entry) {
        switch (entry.event()) {
            case "bound" -> judgeAssignment(new SlackUserId(entry.detail("person")), entry);
            case "unlinked" -> {
                SlackUserId person = new SlackUserId(entry.detail("person"));
                world.noteLinked(person, "");
                proved.remove(person);
            }
            case "linked" -> judgeProof(new SlackUserId(entry.actor()), entry);
            default -> {}
        }
    }

    /** What somebody proved is not overwritten by another. */
    private void judgeAssignment(SlackUserId person, AuditEntry entry) {
        world.noteLinked(person, entry.detail("to"));
        if (proved.contains(person))
            world.violated("P4", "the proved link of " + person + " was overwritten by " + entry.actor());
    }

    /** Nobody is linked as somebody whose key they did not enter. */
    private void judgeProof(SlackUserId person, AuditEntry entry) {
        world.noteLinked(person, entry.cloudUsername());
        proved.add(person);
        linkEntries.merge(person, 1, Integer::sum);
        boolean shown = world.humans().cloudUsers().stream()
                .filter(user -> user.username().equals(entry.cloudUsername()))
                .anyMatch(user -> world.isKeyShown(person, user.id()));
        if (!shown) world.violated("P4", person + " is linked to " + entry.cloudUsername() + " without its key");
    }

    /** A page that says so is true. */
    private void judgeShownLinks() {
        world.linksShown().forEach((person, times) -> {
            if (times > linkEntries.getOrDefault(person, 0))
                world.violated("P8", "a page told " + person + " of a link without an entry");
        });
    }

    private void judge(RequestId id, AuditEntry entry) {
        RescueRequest request = store.requests().find(id).orElse(null);
        if (request == null) {
            world.violated("P8", "entry about the unknown request " + id);
            return;
        }
        if (database.countOpen(request.device().id().toString()) > 1)
            world.violated("one open request a device", request.device().id().toString());
        if (request.stage() instanceof Stage.Closed closed) judgeClosed(request, closed);
        else judgedClosed.remove(id);
        judgeEvent(request, entry);
    }

    private void judgeEvent(RescueRequest request, AuditEntry entry) {
        switch (entry.event()) {
            case "launching", "exiting" -> world.orders().noteClaim(request.id());
            case "transaction-started" -> {
                if (!world.orders().isLaunched(request.id()))
                    world.violated("P3", "a foreign transaction is told as that of " + request.id());
            }
            case "entered-rescue" -> judgeEntered(request);
            case "taken-over" -> judgeTakeOver(request);
            case "requested" -> {
                judgeDevice(request);
                judgeApprovers(request);
            }
            case "rejected-click" -> judgeRejection(request, entry);
            default -> {}
        }
    }

    /** A host key proves rescue only where it is not that of the installed system, old or new. */
    private void judgeEntered(RescueRequest request) {
        if (!(request.stage() instanceof Stage.InRescue in)) return;
        boolean byKey = in.evidence() == Evidence.HOST_KEY_CHANGED || in.evidence() == Evidence.NEW_HOST_KEY;
        world.account()
                .find(request.device().id())
                .filter(device -> byKey && device.answering() == SimulatedDevice.Answering.INSTALLED)
                .ifPresent(device -> world.violated(
                        "P3",
                        device.hostname() + " is told as in rescue for " + request.id() + " while its system runs"));
    }

    /** Whoever takes over could end the rescue. */
    private void judgeTakeOver(RescueRequest request) {
        Requester responsible = request.responsible();
        if (!world.humans().wasAble(responsible.slackUserId(), responsible.cloudUserId(), SimulatedHumans.ABILITY_RACE))
            world.violated("P4", request.id() + " was taken over by " + responsible.slackUserId() + " without a right");
    }

    /** A requester who takes back what has not begun is not turned away. */
    private void judgeRejection(RescueRequest request, AuditEntry entry) {
        boolean ownCancel = entry.detail("action").equals("rescue.cancel")
                && entry.actor().equals(request.plan().requester().slackUserId().value());
        boolean answered = entry.detail("denial-reason").equals("already-answered");
        if (ownCancel && answered && request.stage() instanceof Stage.ReadyToLaunch)
            world.violated("way out", request.id() + " waits and cannot be taken back");
    }

    /** The card is for the machine that has the typed name now. */
    private void judgeDevice(RescueRequest request) {
        SimulatedDevice device = world.account().find(request.device().id()).orElseThrow();
        world.typed(request.id().value())
                .filter(name -> !name.equals(device.hostname()))
                .filter(name -> device.sinceRenamed(world.time().now()).compareTo(RENAME_RACE) > 0)
                .ifPresent(name ->
                        world.violated("P9", request.id() + " is for " + device.hostname() + ", typed was " + name));
    }

    /** Nobody waits for approvers who cannot approve. */
    private void judgeApprovers(RescueRequest request) {
        ApprovalRequirement requirement = request.plan().requirements().approval();
        if (!requirement.approverSelector().groups().contains("oncall") || world.isDisturbed()) return;
        Set<String> able = new HashSet<>();
        for (String approver : ONCALL_AND_ESCALATION) {
            SlackUserId person = new SlackUserId(approver);
            if (mayApprove(person)) able.add(world.humans().human(person));
        }
        able.remove(world.humans().human(request.plan().requester().slackUserId()));
        if (able.size() < requirement.quorum())
            world.violated("P5", request.id() + " waits for approvers of whom " + able.size() + " can approve");
    }

    /** By their own cloud user, or by the one whom they are linked to. */
    private boolean mayApprove(SlackUserId person) {
        return world.humans().mayApprove(person)
                || store.accountLinks()
                        .find(person, AccountName.MAIN)
                        .filter(link -> link.isActive()
                                && world.humans().wasAble(person, link.cloudUserId(), SimulatedHumans.ABILITY_RACE))
                        .isPresent();
    }

    /** A request is not closed while its order holds the device in rescue, unless a person says so. */
    private void judgeClosed(RescueRequest request, Stage.Closed closed) {
        if (!judgedClosed.add(request.id()) || WORD_OF_A_PERSON.contains(closed.closeReason())) return;
        if (closed.detail().contains("says") || closed.detail().contains("REPORTED_BY_PERSON")) return;
        world.account()
                .find(request.device().id())
                .filter(device -> !device.isCancelled() && device.isInRescue())
                .filter(device ->
                        device.rescuedFor().filter(request.id()::equals).isPresent())
                .ifPresent(device -> world.violated(
                        "P10",
                        request.id() + " closed as " + closed.closeReason() + " (" + closed.detail() + ") while "
                                + device.hostname() + " is in rescue by its order"));
    }

    /** An offer of a link goes beside an answer; a click whose vote is kept is told so, and answered once more after the proof. */
    private String part(String responseUrl, String body) {
        if (body.contains(LINK_OFFER)) return " link";
        if (body.contains(KEPT_VOTE)) return " kept";
        return answers.containsKey(responseUrl + " kept") ? " proved" : "";
    }

    private void check(SimulatedDatabase.MessageRow row) {
        lastMessage = row.id();
        requireNoSecret("outbox", row.body());
        if (row.kind().equals("EphemeralMessage") || row.kind().equals("DirectMessage")) world.countPrivateMessage();
        if (!row.kind().equals("EphemeralMessage")) return;
        Matcher responseUrl = RESPONSE_URL.matcher(row.body());
        if (!responseUrl.find()) return;
        boolean explained =
                row.body().contains("cannot post") || world.workspace().isArchived(SimulatedWorkspace.INCIDENT);
        String answer = responseUrl.group(1) + part(responseUrl.group(1), row.body());
        if (answers.merge(answer, 1, Integer::sum) > 1 && !explained)
            world.violated("no answer twice", responseUrl.group(1));
    }

    private void requireNoSecret(String place, String text) {
        if (text.contains(SimulatedWorld.PLANTED_SECRET)) world.violated("P6", "the secret is in the " + place);
    }

    /** What is looked at once, when everything is over. */
    void checkFinally(Set<String> acknowledged, Map<String, AuditCoverage.Deed> deeds) {
        checkWritten();
        for (String id : database.requests())
            store.requests().find(new RequestId(id)).ifPresent(coverage::check);
        coverage.checkClicks(deeds, database.interactions());
        AuditChain.verify(store.auditLog()).fault().ifPresent(fault -> world.violated("P8", fault));
        if (world.workspace().shows(SimulatedWorld.PLANTED_SECRET)) world.violated("P6", "the secret is in a message");
        if (database.dump().contains(SimulatedWorld.PLANTED_SECRET)) world.violated("P6", "the secret is in a table");
        store.inbox().pending().forEach(id -> world.violated("P2", "interaction " + id + " was never processed"));
        Set<String> known = database.interactions();
        acknowledged.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .findFirst()
                .ifPresent(id -> world.violated("P2", "interaction " + id + " was acknowledged and lost"));
        store.outbox().pendingStreams().forEach(stream -> world.violated("delivery", stream + " was not delivered"));
    }
}
