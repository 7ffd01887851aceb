package dev.lifeline.command;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.Change;
import dev.lifeline.access.ChangeCheck;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.Link;
import dev.lifeline.access.Offer;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.People;
import dev.lifeline.access.Permission;
import dev.lifeline.access.RecentUsers;
import dev.lifeline.access.Remedies;
import dev.lifeline.access.Right;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.approval.Directory;
import dev.lifeline.approval.Electing;
import dev.lifeline.approval.Policy;
import dev.lifeline.audit.Anchor;
import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.message.Action;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Audience;
import dev.lifeline.message.Message;
import dev.lifeline.message.Voice;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.message.Windows;
import dev.lifeline.rescue.Place;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueKernel;
import dev.lifeline.store.Store;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.LinksInMemory;
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
 * A front desk with a real database and an account in memory: the owner above two managers, chiara and bruno, and dario below chiara.
 * Everybody holds the permission to launch but dario.
 */
final class Counter implements AutoCloseable {

    static final SlackUserId OWNER = new SlackUserId("U0ELENA");
    static final SlackUserId CHIARA = new SlackUserId("U0CHIARA");
    static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    static final SlackUserId DARIO = new SlackUserId("U0DARIO");
    static final Right RELOAD = new Right.ToDo(Permission.SERVER_RELOAD);

    private static final Map<SlackUserId, CloudUserId> USERS = Map.of(
            OWNER,
            new CloudUserId(1),
            CHIARA,
            new CloudUserId(2),
            BRUNO,
            new CloudUserId(3),
            DARIO,
            new CloudUserId(4));

    final AccountInMemory account = new AccountInMemory();
    final Store store;
    final List<Change> ordered = new ArrayList<>();
    /** What the record says. */
    final List<AuditEntry> record = new ArrayList<>();

    private final List<String> heard = new ArrayList<>();
    private final Map<String, Ask> asks = new ConcurrentHashMap<>();
    private final FrontDesk desk;
    private GrantOutcome outcome = new GrantOutcome.Accepted();
    private boolean carriedOut = true;
    /** How often the record takes nothing. */
    private int stumbles;

    /** What happens to whoever looks somebody up. */
    private Runnable lookup = () -> {};

    Counter(Path folder) {
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("counter.db"), clock());
        account.with(user(OWNER, Optional.empty(), true, Set.of()));
        account.with(user(CHIARA, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        account.with(user(BRUNO, Optional.of(OWNER), false, EnumSet.allOf(Permission.class)));
        account.with(user(DARIO, Optional.of(CHIARA), false, Set.of(Permission.VIRTUAL_GUEST_VIEW)));
        this.desk = frontDesk();
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Fixtures.NOON);
    }

    private static CloudUser user(
            SlackUserId who, Optional<SlackUserId> parent, boolean owner, Set<Permission> permissions) {
        return new CloudUser(
                id(who),
                who.value().toLowerCase(Locale.ROOT),
                Optional.empty(),
                CloudUser.Status.ACTIVE,
                owner,
                permissions,
                new DeviceAccess(false, false, Set.of()),
                parent.map(Counter::id));
    }

    static CloudUserId id(SlackUserId who) {
        return Optional.ofNullable(USERS.get(who)).orElseThrow();
    }

    private FrontDesk frontDesk() {
        LinksInMemory links = new LinksInMemory();
        People people = id -> {
            lookup.run();
            return Fixtures.member(id, "nobody@example.com");
        };
        USERS.forEach((who, user) -> links.keep(Link.proved(people.person(who), user, Fixtures.NOON)));
        AccessCheck access = new AccessCheck(people, account, links, clock());
        Announcer announcer = new Ears();
        Desk given = new Desk(
                access,
                Mockito.mock(Devices.class),
                Mockito.mock(RescueKernel.class),
                store.requests(),
                new Chronicle(store.requests(), announcer, new Pen(), Voice.in(Locale.ENGLISH), clock()),
                announcer,
                clock(),
                rooms(access, people, links));
        return new FrontDesk(new Tray(), people, store.atomically(), given);
    }

    private Rooms rooms(AccessCheck access, People people, LinksInMemory links) {
        RecentUsers recent = new Remembered();
        return new Rooms(
                new Consent(Policy.PERMISSION_DECIDES, new Electing(Mockito.mock(Directory.class))),
                new Linking(people, account, links, store.tickets(), key -> {
                    throw new AssertionError("nobody shows a key here");
                }),
                new Serving(Set.of(), Whereabouts.SETTLED, () -> URI.create("http://localhost")),
                new AccessDesk(
                        new ChangeCheck(access, account, recent),
                        new Remedies(recent, links),
                        new AccessDesk.Account(account, recent, this::order),
                        store.offers()),
                new Entrance(Mockito.mock(Passwords.class), Mockito.mock(Windows.class), Ports.USUAL));
    }

    /** What the provider answers from now on, and whether it does what it is told. */
    Counter answers(GrantOutcome answer, boolean does) {
        outcome = answer;
        carriedOut = does;
        return this;
    }

    /** Whoever is looked up from now on. */
    void lookingUp(Runnable what) {
        lookup = what;
    }

    /** The record takes nothing, so many times from now on. */
    void stumbles(int times) {
        stumbles = times;
    }

    private GrantOutcome order(Change change) {
        ordered.add(change);
        if (carriedOut) account.with(changed(change));
        return outcome;
    }

    private CloudUser changed(Change change) {
        CloudUser user = account.read(change.user()).orElseThrow();
        Set<Permission> permissions = EnumSet.copyOf(user.permissions());
        Permission permission = ((Right.ToDo) change.right()).permission();
        if (change.way() == Change.Way.GRANT) permissions.add(permission);
        else permissions.remove(permission);
        return new CloudUser(
                user.id(),
                user.username(),
                user.email(),
                user.status(),
                user.masterLike(),
                permissions,
                user.access(),
                user.parent());
    }

    /** An offer as {@code /rescue access} writes it down. */
    OfferId offered(SlackUserId to, SlackUserId about, Change.Way way, Right right) {
        OfferId id = new OfferId("offer" + to + about + way);
        Change change = new Change(way, id(about), about.value(), right);
        store.offers().put(new Offer(id, to, about, change, Fixtures.NOON.plus(Duration.ofMinutes(10))));
        return id;
    }

    /** What everybody hears after somebody pressed. */
    String presses(SlackUserId who, Action action, String value) {
        return presses(who, action, value, Duration.ZERO, "press" + asks.size());
    }

    String presses(SlackUserId who, Action action, String value, Duration later, String askId) {
        heard.clear();
        Ask.What what = new Ask.What.Pressed(action.id(), value);
        asks.put(askId, new Ask(askId, who, Fixtures.INCIDENT_42, what, Optional.empty(), Fixtures.NOON.plus(later)));
        desk.answer(askId);
        return String.join("\n", heard);
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Ears implements Announcer {
        @Override
        public void card(RequestId request, Place place, Message card) {
            throw new AssertionError("nobody asked for a rescue");
        }

        @Override
        public void inThread(RequestId request, Place place, Message reply) {
            throw new AssertionError("nobody asked for a rescue");
        }

        @Override
        public void review(RequestId request, Place place, Message card) {
            throw new AssertionError("nobody asked for a rescue");
        }

        @Override
        public void directly(SlackUserId person, RequestId about, Message news, String link) {
            throw new AssertionError("nobody asked for a rescue");
        }

        @Override
        public void privately(Audience audience, Message answer) {
            heard.add(audience.person() + ": " + answer.plain());
        }
    }

    private final class Pen implements AuditLog {
        @Override
        public void record(AuditEntry entry) {
            if (stumbles > 0) {
                stumbles--;
                throw new IllegalStateException("the pen breaks");
            }
            record.add(entry);
        }

        @Override
        public void forEach(Consumer<ChainedEntry> reader) {}

        @Override
        public List<AuditEntry> of(String request) {
            return List.of();
        }

        @Override
        public Anchor end() {
            return new Anchor(record.size(), "0".repeat(64));
        }
    }

    private final class Tray implements Inbox {
        @Override
        public boolean put(Ask ask) {
            return asks.putIfAbsent(ask.id(), ask) == null;
        }

        @Override
        public Optional<Ask> find(String id) {
            return Optional.ofNullable(asks.get(id));
        }

        @Override
        public List<String> unanswered() {
            return List.of();
        }

        @Override
        public void answered(String id) {}
    }

    /** Remembers that everybody may do everything: a decision that believes it is wrong. */
    private static final class Remembered implements RecentUsers {
        @Override
        public Optional<CloudUser> recently(CloudUserId id) {
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
        public void forget(CloudUserId id) {}
    }
}
