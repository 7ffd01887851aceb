package dev.lifeline.simulation;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.handler.inbox.Interaction.Payload;
import dev.lifeline.message.model.Action;
import dev.lifeline.message.model.Button;
import dev.lifeline.message.model.Forms;
import dev.lifeline.message.port.ModalRef;
import dev.lifeline.rescue.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People who type commands and click everything that they see, old buttons too. */
final class SimulatedPeople {

    private static final Duration SHORTEST_THOUGHT = Duration.ofSeconds(4);
    private static final List<String> PRODUCTION = List.of("web-01", "web-02", "db-02");
    private static final Set<String> MANAGERS = Set.of("U0ELENA", "U0CHIARA");
    private static final List<String> LINKED_BY_MANAGERS =
            List.of("U0FARID", "U0FARID", "U0FARID", "U0ASHA", "U0BRUNO", "U0GITA", "U0DARIO", "U0HUGO");
    private static final Set<Action> PURPOSE = EnumSet.of(
            Action.CONFIRM,
            Action.CONFIRM_LINUX,
            Action.POWER_ON,
            Action.APPROVE,
            Action.STILL_NEEDED,
            Action.EXIT,
            Action.CONFIRM_EXIT);

    /** After which somebody who waits clicks again, or looks whether the bot is back. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Everybody is asked to, and one does. */
    private static final double TAKE_OVER_CHANCE = 0.01;

    private record Click(SlackUserId person, Button button) {}

    private final SimulatedWorld world;
    private final Cluster cluster;
    private final LinkVisits linkVisits;
    private final Map<String, SlackUserId> requesters = new HashMap<>();
    private final Map<String, AuditCoverage.Deed> deeds = new HashMap<>();
    private final Map<Click, Duration> clicked = new HashMap<>();
    private boolean active = true;
    private boolean finishing;
    private long nextInteraction = 10_000_000;

    SimulatedPeople(SimulatedWorld world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
        this.linkVisits = new LinkVisits(world, cluster);
    }

    void begin() {
        world.humans().slackUsers().forEach(user -> thinkThenAct(user.id()));
    }

    /** From now on nobody begins anything new. */
    void finish() {
        finishing = true;
    }

    /** From now on nobody does anything by themselves. */
    void leave() {
        active = false;
    }

    private void thinkThenAct(SlackUserId person) {
        Duration longest = world.workload().longestThought();
        world.time().schedule(world.seed().between("thought-" + person, SHORTEST_THOUGHT, longest), () -> {
            if (!active) return;
            act(person);
            thinkThenAct(person);
        });
    }

    private void act(SlackUserId person) {
        if (world.humans().slackUser(person).kind() != SlackUser.UserKind.MEMBER) return;
        if (!finishing && MANAGERS.contains(person.value()) && relinkSomebodyWaiting(person)) return;
        linkVisits.open(person);
        List<SimulatedWorkspace.SeenButton> seen = world.workspace().seenBy(person);
        String stream = "act-" + person;
        if (world.workload().purposeful() && world.seed().chance(stream, 0.9)) {
            if (!isBotSilent()) actPurposefully(person, stream);
            return;
        }
        if (finishing && seen.isEmpty()) return;
        if (!seen.isEmpty() && (finishing || world.seed().chance(stream, 0.6))) clickSomething(person, seen, stream);
        else if (MANAGERS.contains(person.value()) && world.seed().chance(stream, 0.3))
            type(
                    person,
                    "link <@" + world.seed().pick(stream, LINKED_BY_MANAGERS) + "> " + someCloudUser(stream),
                    channel(stream));
        else type(person, command(stream), channel(stream));
    }

    /** Whoever waits for an approval, or for the provider, gets another cloud user meanwhile. */
    private boolean relinkSomebodyWaiting(SlackUserId manager) {
        List<String> waiting = world.orders().waitingRequesters().stream()
                .map(SlackUserId::value)
                .filter(LINKED_BY_MANAGERS::contains)
                .toList();
        if (waiting.isEmpty() || !world.seed().fault("requester-relinked", 0.5)) return false;
        String requester = world.seed().pick("relinked", waiting);
        type(manager, "link <@" + requester + "> " + someCloudUser("relinked"), SimulatedWorkspace.DIRECT);
        world.time().schedule(SHORTEST_THOUGHT.multipliedBy(2), () -> confirmLink(manager));
        return true;
    }

    private void confirmLink(SlackUserId manager) {
        world.workspace().seenBy(manager).stream()
                .filter(seen -> seen.button().action() == Action.ASSIGN_LINK)
                .reduce((earlier, later) -> later)
                .ifPresent(seen -> click(manager, seen.button(), seen.channel()));
    }

    /** Goes on with what is shown now, or asks for another rescue. */
    private void actPurposefully(SlackUserId person, String stream) {
        List<SimulatedWorkspace.SeenButton> answered =
                leadingOn(person, world.workspace().answeredTo(person));
        List<SimulatedWorkspace.SeenButton> choices =
                answered.isEmpty() ? leadingOn(person, world.workspace().shownNow()) : answered;
        if (!choices.isEmpty() && (finishing || world.seed().chance(stream, 0.8))) {
            SimulatedWorkspace.SeenButton chosen = world.seed().pick(stream, choices);
            click(person, chosen.button(), chosen.channel());
        } else if (!finishing)
            type(person, world.seed().pick(stream, world.account().devices()).hostname(), channel(stream));
    }

    private boolean isBotSilent() {
        return world.sinceLastDelivery().compareTo(PATIENCE) > 0;
    }

    private List<SimulatedWorkspace.SeenButton> leadingOn(
            SlackUserId person, List<SimulatedWorkspace.SeenButton> buttons) {
        return buttons.stream()
                .filter(button -> leadsOn(person, button.button()))
                .filter(button -> world.time()
                                .elapsed()
                                .minus(clicked.getOrDefault(new Click(person, button.button()), PATIENCE.negated()))
                                .compareTo(PATIENCE)
                        >= 0)
                .toList();
    }

    /** What leads on, something new, or anything that was ever shown. */
    private void clickSomething(SlackUserId person, List<SimulatedWorkspace.SeenButton> seen, String stream) {
        List<SimulatedWorkspace.SeenButton> leadingOn =
                seen.stream().filter(button -> leadsOn(person, button.button())).toList();
        if (world.seed().chance(stream, 0.08) && takeBack(person, seen)) return;
        if (!leadingOn.isEmpty() && world.seed().chance(stream, 0.75)) {
            SimulatedWorkspace.SeenButton chosen =
                    leadingOn.get(leadingOn.size() - 1 - world.seed().nextInt(stream, Math.min(3, leadingOn.size())));
            click(person, chosen.button(), chosen.channel());
            return;
        }
        int newest = Math.min(seen.size(), 6);
        List<SimulatedWorkspace.SeenButton> choices =
                world.seed().chance(stream, 0.8) ? seen.subList(seen.size() - newest, seen.size()) : seen;
        SimulatedWorkspace.SeenButton chosen = world.seed().pick(stream, choices);
        click(person, chosen.button(), chosen.channel());
    }

    private boolean takeBack(SlackUserId person, List<SimulatedWorkspace.SeenButton> seen) {
        Optional<SimulatedWorkspace.SeenButton> own = seen.stream()
                .filter(button -> button.button().action() == Action.CANCEL)
                .filter(button ->
                        person.equals(requesters.get(button.button().value().split("\\.", 2)[0])))
                .reduce((earlier, later) -> later);
        own.ifPresent(button -> click(person, button.button(), button.channel()));
        return own.isPresent();
    }

    /** Whoever asked confirms, powers on and ends, others approve, and take over now and then. */
    private boolean leadsOn(SlackUserId person, Button button) {
        if (button.action() == Action.ASSIGN_LINK) return true;
        if (!PURPOSE.contains(button.action()) && button.action() != Action.TAKE_OVER) return false;
        String request = button.value().split("\\.", 2)[0];
        boolean own = person.equals(requesters.get(request));
        if (button.action() == Action.TAKE_OVER) return !own && world.seed().chance("takes-over", TAKE_OVER_CHANCE);
        return own != (button.action() == Action.APPROVE);
    }

    private ChannelId channel(String stream) {
        return world.seed()
                .pick(
                        stream,
                        List.of(
                                SimulatedWorkspace.INCIDENT,
                                SimulatedWorkspace.INCIDENT,
                                SimulatedWorkspace.OPERATIONS,
                                SimulatedWorkspace.DIRECT));
    }

    private String command(String stream) {
        int choice = world.seed().nextInt(stream, 20);
        String device = world.seed().pick(stream, world.account().devices()).hostname();
        if (choice < 3) return world.seed().pick(stream, PRODUCTION);
        if (choice < 14) return device;
        if (choice < 15) return "exit " + device;
        if (choice < 16) return "status";
        if (choice < 17) return "history " + device;
        if (choice < 18) return "link";
        if (choice < 19) return "link <@" + somebody(stream) + "> " + someCloudUser(stream);
        return world.seed()
                .pick(
                        stream,
                        List.of("unlink", "unlink <@" + somebody(stream) + ">", "whoami", "list", "nonsense words"));
    }

    private String somebody(String stream) {
        return world.seed().pick(stream, world.humans().slackUsers()).id().value();
    }

    private String someCloudUser(String stream) {
        List<CloudUser> users = world.humans().cloudUsers();
        return world.seed().pick(stream, users).username();
    }

    /** The clicks that were to do something, by their interactions. */
    Map<String, AuditCoverage.Deed> deeds() {
        return Map.copyOf(deeds);
    }

    void type(SlackUserId person, String text, ChannelId channel) {
        boolean isDevice = world.account().devices().stream()
                .anyMatch(device -> device.hostname().equals(text));
        if (isDevice) world.noteTyped("sim" + nextInteraction, text);
        world.trace(person.value(), "types " + text + " in " + channel);
        send(person, channel, new Payload.SlashCommand(text));
    }

    void click(SlackUserId person, Button button, ChannelId channel) {
        world.trace(person.value(), "clicks " + button.action() + " " + button.value());
        if (AuditCoverage.DEEDS.contains(button.action()))
            deeds.put(
                    "sim" + nextInteraction,
                    new AuditCoverage.Deed(person.value(), button.value().split("\\.", 2)[0]));
        clicked.put(new Click(person, button), world.time().elapsed());
        send(person, channel, payload(button));
    }

    private Payload payload(Button button) {
        if (button.opensForm())
            return new Payload.ViewSubmission(
                    button.action().id(),
                    button.value(),
                    Map.of(Forms.REASON_FIELD, "simulated reason", Forms.DEVICE_FIELD, deviceOf(button)));
        return Action.opensModal(button.action().id())
                ? new Payload.ButtonClickWithModal(
                        button.action().id(), button.value(), Optional.of(new ModalRef("V" + nextInteraction, "hash")))
                : new Payload.ButtonClick(button.action().id(), button.value());
    }

    /** What somebody types who uses break-glass: the name of a device, mostly the right one. */
    private String deviceOf(Button button) {
        return world.deviceOfRequest(button.value().split("\\.", 2)[0]).orElse("tiny-01");
    }

    private void send(SlackUserId person, ChannelId channel, Payload payload) {
        String id = "sim" + nextInteraction++;
        requesters.put(id, person);
        cluster.deliver(new Interaction(id, person, channel, payload, Optional.of("sim:" + id), Instant.EPOCH));
    }
}
