package dev.lifeline.handler;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.app.HandlerPorts;
import dev.lifeline.app.HandlerWiring;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.Policy;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceProbe;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.Canvases;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.Estimates;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.store.RawSql;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import dev.lifeline.testkit.SettableClock;
import dev.lifeline.testkit.UnusedNotifier;
import dev.lifeline.transport.OutsideCalls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mockito.Mockito;

/**
 * A front desk with a real database and an account in memory: the owner above two managers, chiara and bruno, and dario below chiara.
 * Everybody holds the permission to launch but dario.
 */
final class HandlerFixture implements AutoCloseable {

    static final SlackUserId OWNER = new SlackUserId("U0ELENA");
    static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    static final SlackUserId DARIO = new SlackUserId("U0DARIO");
    static final Entitlement RELOAD_PERMISSION = new Entitlement.PermissionEntitlement(Permission.SERVER_RELOAD);

    private static final Map<SlackUserId, CloudUserId> CLOUD_USER_IDS = Map.of(
            OWNER,
            new CloudUserId(1),
            CHIARA,
            new CloudUserId(2),
            BRUNO,
            new CloudUserId(3),
            DARIO,
            new CloudUserId(4));

    final InMemoryCloudUsers cloudUsers = new InMemoryCloudUsers();
    final SettableClock clock = new SettableClock();
    final Store store;
    final List<AccessChange> requestedChanges = new ArrayList<>();
    final List<AuditEntry> auditEntries = new ArrayList<>();

    private final String databaseUrl;
    private final List<SlackUserId> lookupsInTransaction = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();
    private final Map<String, Interaction> interactions = new ConcurrentHashMap<>();
    private final InteractionDispatcher dispatcher;
    private AccessChangeResult changeResult = new AccessChangeResult.Accepted();
    private boolean appliesChanges = true;
    /** How often the record takes nothing. */
    private int failingAuditWrites;

    /** What happens to whoever looks somebody up. */
    private Runnable onUserLookup = () -> {};

    HandlerFixture(Path folder) {
        this.databaseUrl = "jdbc:sqlite:" + folder.resolve("counter.db");
        this.store = Store.open(databaseUrl, clock);
        cloudUsers.with(cloudUser(OWNER, Optional.empty(), true, Set.of()));
        cloudUsers.with(cloudUser(CHIARA, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        cloudUsers.with(cloudUser(BRUNO, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        cloudUsers.with(cloudUser(DARIO, Optional.of(CHIARA), false, Set.of(Permission.VIRTUAL_GUEST_VIEW)));
        this.dispatcher = newDispatcher();
    }

    private static CloudUser cloudUser(
            SlackUserId who, Optional<SlackUserId> parent, boolean owner, Set<Permission> permissions) {
        return new CloudUser(
                cloudUserId(who),
                who.value().toLowerCase(Locale.ROOT),
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                owner,
                permissions,
                new DeviceAccess(false, false, Set.of()),
                parent.map(HandlerFixture::cloudUserId));
    }

    static CloudUserId cloudUserId(SlackUserId who) {
        return Optional.ofNullable(CLOUD_USER_IDS.get(who)).orElseThrow();
    }

    private InteractionDispatcher newDispatcher() {
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        SlackUsers slackUsers = id -> {
            recordIfInTransaction(id);
            onUserLookup.run();
            return Fixtures.slackMember(id, "nobody@example.com");
        };
        CLOUD_USER_IDS.forEach(
                (who, user) -> links.save(AccountLink.verified(slackUsers.get(who), user, Fixtures.NOON)));
        Notifier notifier = new ReplyRecorder();
        TransitionRecorder recorder =
                new TransitionRecorder(store.requests(), notifier, new InMemoryAuditLog(), Locale.ENGLISH, clock);
        HandlerPorts ports = new HandlerPorts(
                new HandlerPorts.StorePorts(
                        store.requests(),
                        links,
                        store.linkTokens(),
                        store.pendingAccessChanges(),
                        store.pendingVotes(),
                        notifier,
                        recorder,
                        store.transactionRunner(),
                        new Estimates(store.phaseDurations())),
                accountPorts(),
                new HandlerPorts.SlackPorts(
                        slackUsers, Mockito.mock(Directory.class), Mockito.mock(ModalUpdater.class), Canvases.NONE),
                new HandlerPorts.OperatorRules(
                        new ServedChannels(Set.of(), ChannelRedirects.NONE),
                        Policy.PERMISSION_ONLY,
                        Ports.DEFAULT,
                        () -> URI.create("http://localhost")));
        return new HandlerWiring(ports, clock).dispatcher(store.inbox());
    }

    private HandlerPorts.AccountPorts accountPorts() {
        return new HandlerPorts.AccountPorts(
                Mockito.mock(Devices.class),
                DeviceNotices.NONE,
                device -> new DeviceProbe.ProbeResult.NoAnswer(),
                Mockito.mock(RescueProvider.class),
                Mockito.mock(Passwords.class),
                cloudUsers,
                new PermissiveCloudUserCache(),
                change -> maySend -> applyChange(change),
                key -> {
                    throw new AssertionError("nobody shows a key here");
                });
    }

    /** What the provider answers from now on, and whether it does what it is told. */
    HandlerFixture respond(AccessChangeResult answer, boolean does) {
        changeResult = answer;
        appliesChanges = does;
        return this;
    }

    /** Whoever is looked up from now on. */
    void onUserLookup(Runnable what) {
        onUserLookup = what;
    }

    /** The users who are looked up inside a transaction from now on; the adapter refuses that. */
    List<SlackUserId> lookupsInTransaction() {
        return lookupsInTransaction;
    }

    private void recordIfInTransaction(SlackUserId user) {
        try {
            OutsideCalls.check("users.info");
        } catch (IllegalStateException e) {
            lookupsInTransaction.add(user);
        }
    }

    /** The record takes nothing, so many times from now on. */
    void failingAuditWrites(int times) {
        failingAuditWrites = times;
    }

    private AccessChangeResult applyChange(AccessChange accessChange) {
        requestedChanges.add(accessChange);
        if (appliesChanges) cloudUsers.with(withChange(accessChange));
        return changeResult;
    }

    private CloudUser withChange(AccessChange accessChange) {
        CloudUser user = cloudUsers.findById(accessChange.userId()).orElseThrow();
        Set<Permission> permissions = EnumSet.copyOf(user.permissions());
        Permission permission = ((Entitlement.PermissionEntitlement) accessChange.entitlement()).permission();
        if (accessChange.direction() == AccessChange.Direction.GRANT) permissions.add(permission);
        else permissions.remove(permission);
        return user.withPermissions(permissions);
    }

    /** An offer as {@code /rescue access} writes it down. */
    PendingAccessChangeId addPendingChange(
            SlackUserId to, SlackUserId about, AccessChange.Direction direction, Entitlement entitlement) {
        PendingAccessChangeId id = new PendingAccessChangeId("offer" + to + about + direction);
        AccessChange accessChange = new AccessChange(direction, cloudUserId(about), about.value(), entitlement);
        store.pendingAccessChanges()
                .add(new PendingAccessChange(id, to, about, accessChange, Fixtures.NOON.plus(Duration.ofMinutes(10))));
        return id;
    }

    /** What everybody hears after somebody pressed. */
    String click(SlackUserId who, Action action, String value) {
        return click(who, action, value, Duration.ZERO, "press" + interactions.size());
    }

    String click(SlackUserId who, Action action, String value, Duration later, String askId) {
        return process(clickOf(who, action, value, later, askId));
    }

    /** What everybody hears after a click that Slack delivered so long after it was made. */
    String clickDelivered(SlackUserId who, Action action, String value, Duration later) {
        return process(clickOf(who, action, value, later, "late").actedAt(Optional.of(Fixtures.NOON)));
    }

    private static Interaction clickOf(SlackUserId who, Action action, String value, Duration later, String id) {
        Interaction.Payload payload = new Interaction.Payload.ButtonClick(action.id(), value);
        return new Interaction(
                id, who, Fixtures.INCIDENT_CHANNEL, payload, Optional.empty(), Fixtures.NOON.plus(later));
    }

    private String process(Interaction interaction) {
        replies.clear();
        interactions.put(interaction.id(), interaction);
        store.inbox().add(interaction);
        dispatcher.run(interaction.id());
        return String.join("\n", replies);
    }

    /** What everybody hears when a stored interaction is processed that is another one by now. */
    String processDamaged(String askId, String body) {
        replies.clear();
        store.inbox()
                .add(new Interaction(
                        askId,
                        CHIARA,
                        Fixtures.INCIDENT_CHANNEL,
                        new Interaction.Payload.SlashCommand(""),
                        Optional.empty(),
                        Fixtures.NOON));
        new RawSql(databaseUrl).execute("update inbox set body = '" + body + "' where id = '" + askId + "'");
        dispatcher.run(askId);
        return String.join("\n", replies);
    }

    /** What a second replica does that takes an interaction over. */
    void takeOver(String interactionId) {
        dispatcher.run(interactionId);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class ReplyRecorder extends UnusedNotifier {
        @Override
        public void sendEphemeral(Recipient recipient, Message answer) {
            replies.add(recipient.user() + ": " + answer.plainText());
        }
    }

    private final class InMemoryAuditLog implements AuditLog {
        @Override
        public void append(AuditEntry entry) {
            if (failingAuditWrites > 0) {
                failingAuditWrites--;
                throw new IllegalStateException("the audit log is not writable");
            }
            auditEntries.add(entry);
        }

        @Override
        public void forEach(Consumer<ChainedEntry> reader) {}

        @Override
        public List<AuditEntry> findByRequest(String request) {
            return List.of();
        }

        @Override
        public Checkpoint head() {
            return new Checkpoint(auditEntries.size(), "0".repeat(64));
        }
    }
}
