package dev.lifeline.approvals;

import static dev.lifeline.testkit.Fixtures.INCIDENT_42;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static dev.lifeline.testkit.Fixtures.WEB_07_ID;

import dev.lifeline.access.AccessCheck;
import dev.lifeline.access.ChangeCheck;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.Offers;
import dev.lifeline.access.People;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Person;
import dev.lifeline.access.RecentUsers;
import dev.lifeline.access.Remedies;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Tickets;
import dev.lifeline.approval.Electing;
import dev.lifeline.approval.Policy;
import dev.lifeline.approval.Ruling;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.command.AccessDesk;
import dev.lifeline.command.Ask;
import dev.lifeline.command.Consent;
import dev.lifeline.command.Desk;
import dev.lifeline.command.Entrance;
import dev.lifeline.command.FrontDesk;
import dev.lifeline.command.Inbox;
import dev.lifeline.command.Linking;
import dev.lifeline.command.Rooms;
import dev.lifeline.command.Serving;
import dev.lifeline.device.Condition;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.Ports;
import dev.lifeline.device.Power;
import dev.lifeline.device.Reach;
import dev.lifeline.message.Action;
import dev.lifeline.message.Announcer;
import dev.lifeline.message.Forms;
import dev.lifeline.message.Voice;
import dev.lifeline.message.Whereabouts;
import dev.lifeline.message.Windows;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Approvers;
import dev.lifeline.rescue.Clearance;
import dev.lifeline.rescue.LaunchOutcome;
import dev.lifeline.rescue.RescueKernel;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.testkit.AccountInMemory;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.LinksInMemory;
import dev.lifeline.testkit.Phonebook;
import dev.lifeline.testkit.RequestsInMemory;
import dev.lifeline.workflow.Bench;
import dev.lifeline.workflow.Cadence;
import dev.lifeline.workflow.Steps;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mockito.Mockito;

/** The real front desk and the real clockwork with three people, three cloud users and one device; a witness looks on. */
final class Play {

    static final int PEOPLE = 3;

    private final AccountInMemory account = new AccountInMemory();
    private final LinksInMemory links = new LinksInMemory();
    private final RequestsInMemory requests = new RequestsInMemory();
    private final Devices devices =
            Mockito.mock(Devices.class, Mockito.withSettings().stubOnly());
    private final Map<String, Ask> asks = new HashMap<>();
    private final Witness witness = new Witness();
    private final Map<Integer, Integer> users = new HashMap<>();
    private final Set<Integer> mayLaunch = new HashSet<>();
    private final FrontDesk desk;
    private final Steps steps;
    private Instant now = NOON;
    private boolean poweredOn = true;
    private int quorum;
    private Clearance.Terms terms = Clearance.Terms.NONE;
    private int launches;
    private String oldCard = "";

    Play(int quorum) {
        this.quorum = quorum;
        for (int i = 0; i < PEOPLE; i++) {
            link(i, i);
            mayLaunch.add(i);
            know(i);
        }
        Mockito.when(devices.named("web-07")).thenReturn(List.of(WEB_07));
        Mockito.when(devices.inspect(WEB_07_ID)).thenAnswer(call -> Optional.of(machine()));
        People people = Play::person;
        AccessCheck access = new AccessCheck(people, account, links, () -> now);
        Announcer announcer =
                Mockito.mock(Announcer.class, Mockito.withSettings().stubOnly());
        AuditLog audit = Mockito.mock(AuditLog.class, Mockito.withSettings().stubOnly());
        Chronicle chronicle = new Chronicle(requests, announcer, audit, Voice.in(Locale.ENGLISH), () -> now);
        RescueKernel kernel = kernel();
        Bench bench = new Bench(
                access,
                devices,
                kernel,
                device -> new Reach.Knock.Silent(),
                requests,
                chronicle,
                Runnable::run,
                () -> now,
                Cadence.USUAL);
        this.steps = new Steps(bench);
        Policy policy = wish -> new Ruling.Asks(clearance());
        Desk given = new Desk(
                access,
                devices,
                kernel,
                requests,
                chronicle,
                announcer,
                () -> now,
                new Rooms(
                        new Consent(policy, new Electing(new Phonebook())),
                        new Linking(people, account, links, Mockito.mock(Tickets.class), key -> {
                            throw new AssertionError("nobody shows a key here");
                        }),
                        new Serving(Set.of(), Whereabouts.SETTLED, () -> URI.create("http://localhost")),
                        accounts(access),
                        new Entrance(Mockito.mock(Passwords.class), Mockito.mock(Windows.class), Ports.USUAL)));
        this.desk = new FrontDesk(inbox(), people, Runnable::run, given);
    }

    /** Two cloud users have one e-mail on the account. */
    void shareAnEmail(int user, int other) {
        for (int one : List.of(user, other)) {
            CloudUser known = account.read(cloud(one)).orElseThrow();
            account.with(AccountInMemory.with(known, Optional.of("both@example.com")));
        }
    }

    /** The policy wants people to have shown a key within this time. */
    void wantsProof(Duration within) {
        terms = new Clearance.Terms(Optional.empty(), Optional.of(within));
    }

    /** Somebody signs that it was right to break the glass; answers whether the review is still open. */
    boolean isOpenAfterSigning(int person) {
        RescueRequest broken = requests.underReview().get(0);
        does(person, new Ask.What.Pressed(Action.SIGN_REVIEW.id(), broken.id().value()));
        return !requests.underReview().isEmpty();
    }

    /** How often it came to a launch; each was legitimate. */
    int launches() {
        return launches;
    }

    /** One thing happens. */
    void happens(Deed deed, int person, int other) {
        switch (deed) {
            case POWER_CHANGES -> poweredOn = !poweredOn;
            case RELINK -> link(person, other);
            case RIGHTS_CHANGE -> turnRights(other);
            case POLICY_CHANGES -> quorum = other % 3;
            case MINUTES_PASS -> now = now.plus(Duration.ofMinutes(1L + other * 3L));
            case CLOCKWORK -> List.copyOf(steps.pending()).forEach(steps::step);
            case ASK -> asks(person);
            default -> presses(deed, person);
        }
    }

    private void asks(int person) {
        boolean free = requests.open().isEmpty();
        does(person, new Ask.What.Typed("web-07"));
        if (free && !requests.open().isEmpty()) {
            witness.begins(seen(Deed.ASK, person), quorum);
            oldCard = card();
        }
    }

    private void presses(Deed deed, int person) {
        Optional<RescueRequest> open = requests.open().stream().findFirst();
        if (open.isEmpty()) return;
        boolean old = deed == Deed.APPROVE_AN_OLD_CARD;
        if (!old) witness.saw(seen(deed, person));
        if (old && !oldCard.equals(card())) {
            does(person, submitted(Action.APPROVE, oldCard));
            return;
        }
        if (!old) does(person, submitted(action(deed), card()));
    }

    private static Action action(Deed deed) {
        return switch (deed) {
            case CONFIRM -> Action.CONFIRM;
            case APPROVE -> Action.APPROVE;
            case DENY -> Action.DENY;
            case WITHDRAW -> Action.CANCEL;
            case BREAK_THE_GLASS -> Action.BREAK_GLASS;
            default -> throw new IllegalArgumentException(deed + " is no button");
        };
    }

    private static Ask.What submitted(Action action, String subject) {
        return new Ask.What.Submitted(
                action.id(), subject, Map.of(Forms.REASON, "the disk is full", Forms.DEVICE, "web-07"));
    }

    /** What the button of the card as it is now carries. */
    private String card() {
        return requests.open().stream()
                .findFirst()
                .map(request -> request.id() + "." + request.plan().digest())
                .orElse("");
    }

    private void does(int person, Ask.What what) {
        String id = "ask%08d".formatted(asks.size());
        asks.put(id, new Ask(id, slack(person), INCIDENT_42, what, Optional.empty(), now));
        desk.answer(id);
    }

    private Witness.Seen seen(Deed deed, int person) {
        int user = users.getOrDefault(person, person);
        return new Witness.Seen(deed, person, user, mayLaunch.contains(user), poweredOn, now);
    }

    private void link(int person, int user) {
        users.put(person, user);
        links.keep(Link.proved(person(slack(person)), cloud(user), now));
    }

    private static Person person(SlackUserId id) {
        return Fixtures.member(id, "nobody@example.com");
    }

    private void turnRights(int user) {
        if (!mayLaunch.remove(user)) mayLaunch.add(user);
        know(user);
    }

    private void know(int user) {
        CloudUser onCall = Fixtures.onCall(cloud(user));
        Set<Permission> permissions = new HashSet<>(onCall.permissions());
        if (!mayLaunch.contains(user)) permissions.remove(Permission.SERVER_RELOAD);
        account.with(new CloudUser(
                onCall.id(),
                onCall.username(),
                onCall.email(),
                onCall.status(),
                false,
                permissions,
                onCall.access(),
                onCall.parent()));
    }

    private static SlackUserId slack(int person) {
        return new SlackUserId("U0PERSON" + person);
    }

    private static CloudUserId cloud(int user) {
        return new CloudUserId(100L + user);
    }

    private Inspection machine() {
        Condition condition = new Condition(
                poweredOn ? Power.ON : Power.OFF,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
        return new Inspection(WEB_07, condition, true, false, true, true);
    }

    private Clearance clearance() {
        Agreement agreement = new Agreement(
                quorum,
                Approvers.WHO_MAY_LAUNCH,
                Duration.ofMinutes(15),
                Optional.of(new Agreement.Reminder(Duration.ofMinutes(5), Set.of())),
                Optional.of(new Agreement.BreakGlass(Duration.ofHours(24))));
        return new Clearance("web", "v" + quorum, agreement, terms, Duration.ofMinutes(10));
    }

    private RescueKernel kernel() {
        RescueKernel kernel =
                Mockito.mock(RescueKernel.class, Mockito.withSettings().stubOnly());
        Mockito.when(kernel.obstacle(Mockito.any())).thenReturn(Optional.empty());
        Mockito.when(kernel.toLaunch(Mockito.any(), Mockito.any())).thenReturn(this::launched);
        return kernel;
    }

    private LaunchOutcome launched() {
        launches++;
        witness.objection(users, mayLaunch, poweredOn, now).ifPresent(wrong -> {
            throw new AssertionError("launched, but " + wrong);
        });
        // over at once, so that the next request can begin
        return new LaunchOutcome.NotPermitted("only a play");
    }

    private AccessDesk accounts(AccessCheck access) {
        RecentUsers recent = Mockito.mock(RecentUsers.class);
        return new AccessDesk(
                new ChangeCheck(access, account, recent),
                new Remedies(recent, links),
                new AccessDesk.Account(account, recent, change -> {
                    throw new AssertionError("nobody changes access here");
                }),
                Mockito.mock(Offers.class));
    }

    private Inbox inbox() {
        Inbox inbox = Mockito.mock(Inbox.class, Mockito.withSettings().stubOnly());
        Mockito.when(inbox.find(Mockito.any())).thenAnswer(call -> Optional.ofNullable(asks.get(call.getArgument(0))));
        return inbox;
    }
}
