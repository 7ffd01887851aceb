package dev.lifeline.handler;

import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChangeCheck;
import dev.lifeline.access.AccessChangeResult;
import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.PendingAccessChange;
import dev.lifeline.access.PendingAccessChangeId;
import dev.lifeline.access.Permission;
import dev.lifeline.access.RemedyContacts;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import dev.lifeline.approval.ApproverResolver;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.Policy;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.handler.context.AccessServices;
import dev.lifeline.handler.context.ApprovalServices;
import dev.lifeline.handler.context.EntryServices;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.context.HandlerServices;
import dev.lifeline.handler.context.LinkServices;
import dev.lifeline.handler.context.ServedChannels;
import dev.lifeline.handler.inbox.Inbox;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.LocalizedMessages;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.Recipient;
import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.message.port.ModalUpdater;
import dev.lifeline.message.port.Notifier;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryCloudUsers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
 * The real handlers on an account in memory: the owner above two managers, chiara and bruno, and dario below chiara. Everybody but dario
 * holds the permission to launch.
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
    final Store store;
    final List<AccessChange> requestedChanges = new ArrayList<>();
    /** The audit log. */
    final List<AuditEntry> auditEntries = new ArrayList<>();

    private final List<String> replies = new ArrayList<>();
    private final Map<String, Interaction> interactions = new ConcurrentHashMap<>();
    private final InteractionDispatcher dispatcher;
    private AccessChangeResult changeResult = new AccessChangeResult.Accepted();
    private boolean appliesChanges = true;
    /** How many of the next audit writes fail. */
    private int failingAuditWrites;

    /** Runs at each lookup of a cloud user. */
    private Runnable onUserLookup = () -> {};

    HandlerFixture(Path folder) {
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("lifeline.db"), clock());
        cloudUsers.with(cloudUser(OWNER, Optional.empty(), true, Set.of()));
        cloudUsers.with(cloudUser(CHIARA, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        cloudUsers.with(cloudUser(BRUNO, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        cloudUsers.with(cloudUser(DARIO, Optional.of(CHIARA), false, Set.of(Permission.VIRTUAL_GUEST_VIEW)));
        this.dispatcher = newDispatcher();
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Fixtures.NOON);
    }

    private static CloudUser cloudUser(
            SlackUserId slackUserId, Optional<SlackUserId> parent, boolean owner, Set<Permission> permissions) {
        return new CloudUser(
                cloudUserId(slackUserId),
                slackUserId.value().toLowerCase(Locale.ROOT),
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                owner,
                permissions,
                new DeviceAccess(false, false, Set.of()),
                parent.map(HandlerFixture::cloudUserId));
    }

    static CloudUserId cloudUserId(SlackUserId slackUserId) {
        return Optional.ofNullable(CLOUD_USER_IDS.get(slackUserId)).orElseThrow();
    }

    private InteractionDispatcher newDispatcher() {
        InMemoryAccountLinks links = new InMemoryAccountLinks();
        SlackUsers slackUsers = id -> {
            onUserLookup.run();
            return Fixtures.slackMember(id, "nobody@example.com");
        };
        CLOUD_USER_IDS.forEach(
                (slackUserId, user) -> links.save(AccountLink.verified(slackUsers.get(slackUserId), user, Fixtures.NOON)));
        AccessCheck access = new AccessCheck(slackUsers, cloudUsers, links, clock());
        Notifier notifier = new ReplyRecorder();
        HandlerContext handlerContext = new HandlerContext(
                access,
                Mockito.mock(Devices.class),
                Mockito.mock(RescueProvider.class),
                store.requests(),
                new TransitionRecorder(
                        store.requests(),
                        notifier,
                        new InMemoryAuditLog(),
                        LocalizedMessages.forLocale(Locale.ENGLISH),
                        clock()),
                notifier,
                clock(),
                handlerServices(access, slackUsers, links));
        return new InteractionDispatcher(new InMemoryInbox(), slackUsers, store.transactionRunner(), handlerContext);
    }

    private HandlerServices handlerServices(AccessCheck access, SlackUsers slackUsers, InMemoryAccountLinks links) {
        CloudUserCache cloudUserCache = new PermissiveCloudUserCache();
        return new HandlerServices(
                new ApprovalServices(Policy.PERMISSION_ONLY, new ApproverResolver(Mockito.mock(Directory.class))),
                new LinkServices(slackUsers, cloudUsers, links, store.linkTokens(), key -> {
                    throw new AssertionError("no key is shown in these tests");
                }),
                new ServedChannels(Set.of(), ChannelRedirects.NONE, () -> URI.create("http://localhost")),
                new AccessServices(
                        new AccessChangeCheck(access, cloudUsers, cloudUserCache),
                        new RemedyContacts(cloudUserCache, links),
                        new AccessServices.CloudAccount(cloudUsers, cloudUserCache, this::applyChange),
                        store.pendingAccessChanges()),
                new EntryServices(Mockito.mock(Passwords.class), Mockito.mock(ModalUpdater.class), Ports.DEFAULT));
    }

    /** Sets the provider's response to an access change, and whether it applies the change. */
    HandlerFixture respond(AccessChangeResult result, boolean applies) {
        changeResult = result;
        appliesChanges = applies;
        return this;
    }

    /** Sets what runs at each lookup of a cloud user. */
    void onUserLookup(Runnable what) {
        onUserLookup = what;
    }

    /** Makes the next audit writes fail. */
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

    /** Stores a pending access change as {@code /rescue access} does. */
    PendingAccessChangeId addPendingChange(
            SlackUserId to, SlackUserId requestId, AccessChange.Direction direction, Entitlement entitlement) {
        PendingAccessChangeId id = new PendingAccessChangeId("offer" + to + requestId + direction);
        AccessChange accessChange = new AccessChange(direction, cloudUserId(requestId), requestId.value(), entitlement);
        store.pendingAccessChanges()
                .add(new PendingAccessChange(id, to, requestId, accessChange, Fixtures.NOON.plus(Duration.ofMinutes(10))));
        return id;
    }

    /** Clicks a button and returns every reply. */
    String click(SlackUserId slackUserId, Action action, String value) {
        return click(slackUserId, action, value, Duration.ZERO, "press" + interactions.size());
    }

    String click(SlackUserId slackUserId, Action action, String value, Duration later, String interactionId) {
        replies.clear();
        Interaction.Payload payload = new Interaction.Payload.ButtonClick(action.id(), value);
        interactions.put(
                interactionId,
                new Interaction(
                        interactionId, slackUserId, Fixtures.INCIDENT_CHANNEL, payload, Optional.empty(), Fixtures.NOON.plus(later)));
        dispatcher.process(interactionId);
        return String.join("\n", replies);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class ReplyRecorder implements Notifier {
        @Override
        public void updateStatusMessage(RequestId request, ChannelId channelId, Message message) {
            throw new AssertionError("no rescue is requested in these tests");
        }

        @Override
        public void replyInThread(RequestId request, ChannelId channelId, Message reply) {
            throw new AssertionError("no rescue is requested in these tests");
        }

        @Override
        public void updateReviewMessage(RequestId request, ChannelId channelId, Message message) {
            throw new AssertionError("no rescue is requested in these tests");
        }

        @Override
        public void sendDirectMessage(SlackUserId person, RequestId requestId, Message message, String link) {
            throw new AssertionError("no rescue is requested in these tests");
        }

        @Override
        public void sendEphemeral(Recipient recipient, Message message) {
            replies.add(recipient.user() + ": " + message.plainText());
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
        public void forEach(Consumer<ChainedEntry> consumer) {}

        @Override
        public List<AuditEntry> findByRequest(String request) {
            return List.of();
        }

        @Override
        public Checkpoint head() {
            return new Checkpoint(auditEntries.size(), "0".repeat(64));
        }
    }

    private final class InMemoryInbox implements Inbox {
        @Override
        public boolean add(Interaction interaction) {
            return interactions.putIfAbsent(interaction.id(), interaction) == null;
        }

        @Override
        public Optional<Interaction> find(String id) {
            return Optional.ofNullable(interactions.get(id));
        }

        @Override
        public List<String> pending() {
            return List.of();
        }

        @Override
        public void markProcessed(String id) {}
    }

    /** Caches users with every permission: a decision that reads it is wrong. */
    private static final class PermissiveCloudUserCache implements CloudUserCache {
        @Override
        public Optional<CloudUser> find(CloudUserId id) {
            DeviceAccess all = new DeviceAccess(true, true, Set.of());
            return Optional.of(new CloudUser(
                    id,
                    "remembered",
                    Optional.empty(),
                    CloudUser.Status.ACTIVE,
                    true,
                    Set.of(),
                    all,
                    Optional.empty()));
        }

        @Override
        public void invalidate(CloudUserId id) {}
    }
}
