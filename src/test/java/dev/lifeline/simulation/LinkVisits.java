package dev.lifeline.simulation;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.UserApiKey;
import dev.lifeline.handler.link.LinkPageHandler;
import dev.lifeline.message.model.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * People who show who they are: they open the address that the bot told them, enter an API key of their own, and confirm. Each page is served
 * by any replica; one that dies or stands still meanwhile shows nothing, and they try once more.
 */
final class LinkVisits {

    private static final Duration SHORTEST_TYPING = Duration.ofSeconds(3);
    private static final Duration LONGEST_TYPING = Duration.ofSeconds(90);
    private static final Locale BROWSER_LANGUAGE = Locale.ENGLISH;
    private static final int TRIES = 2;

    /** From sending a page until somebody whose browser shows nothing sends it again. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final SimulatedWorld world;
    private final Cluster cluster;
    private final Map<SlackUserId, String> lastVisited = new HashMap<>();

    LinkVisits(SimulatedWorld world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    /** The key by which a cloud user can be known. */
    static UserApiKey keyOf(CloudUserId id) {
        return new UserApiKey("", SimulatedWorld.PLANTED_SECRET + "-" + id.value());
    }

    /** Opens the newest address that a person was told, unless they did; mostly at once, sometimes another time. */
    void open(SlackUserId person) {
        Optional<String> code = world.workspace().linkCode(person);
        boolean isNew =
                code.filter(newest -> !newest.equals(lastVisited.get(person))).isPresent();
        if (!isNew || !world.seed().chance("link-" + person, 0.6)) return;
        lastVisited.put(person, code.get());
        new Visit(person, code.get()).open();
    }

    private final class Visit {
        private final SlackUserId person;
        private final String code;

        private Visit(SlackUserId person, String code) {
            this.person = person;
            this.code = code;
        }

        private void open() {
            world.trace(person.value(), "opens the link page");
            ask(pages -> pages.show(code, BROWSER_LANGUAGE), page -> page.form().ifPresent(form -> enterKey()), TRIES);
        }

        private void enterKey() {
            Optional<CloudUserId> id = ownUser();
            id.ifPresent(shown -> world.noteKeyShown(person, shown));
            UserApiKey key = id.map(LinkVisits::keyOf).orElseGet(() -> new UserApiKey("", "no-key-of-anybody"));
            ask(
                    pages -> pages.submitKey(code, key, ClientAddress.UNKNOWN, BROWSER_LANGUAGE),
                    page -> confirmation(page).ifPresent(this::confirm),
                    TRIES);
        }

        private void confirm(String confirmation) {
            Runnable press = () -> ask(
                    pages -> pages.confirm(code, confirmation, BROWSER_LANGUAGE),
                    page -> {
                        if (page.outcome() == Page.Outcome.OK) world.noteLinkShown(person);
                    },
                    TRIES);
            press.run();
            if (world.seed().fault("confirmed-twice", 0.1)) press.run();
        }

        /** A key of their own; now and then of nobody. */
        private Optional<CloudUserId> ownUser() {
            List<CloudUserId> own = world.humans().cloudUsers().stream()
                    .map(CloudUser::id)
                    .filter(id -> world.humans().human(id).equals(world.humans().human(person)))
                    .toList();
            return own.isEmpty() || world.seed().chance("wrong-key", 0.1)
                    ? Optional.empty()
                    : Optional.of(world.seed().pick("key", own));
        }

        private static Optional<String> confirmation(Page page) {
            return page.form().stream()
                    .flatMap(form -> form.inputs().stream())
                    .filter(Page.HiddenInput.class::isInstance)
                    .map(input -> ((Page.HiddenInput) input).value())
                    .findFirst();
        }

        private void ask(Function<LinkPageHandler, Page> request, Consumer<Page> shown, int tries) {
            Duration typing = world.seed().between("typing", SHORTEST_TYPING, LONGEST_TYPING);
            AtomicBoolean answered = new AtomicBoolean();
            world.time()
                    .schedule(
                            typing,
                            () -> cluster.serve(request, page -> {
                                answered.set(true);
                                world.trace(person.value(), "sees a page: " + page.outcome());
                                shown.accept(page);
                            }));
            world.time().schedule(typing.plus(PATIENCE), () -> {
                if (!answered.get() && tries > 1) ask(request, shown, tries - 1);
            });
        }
    }
}
