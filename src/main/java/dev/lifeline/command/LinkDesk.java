package dev.lifeline.command;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.OwnKey;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Ticket;
import dev.lifeline.chronicle.Author;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.message.LinkPages;
import dev.lifeline.message.LinkPages.Over;
import dev.lifeline.message.LinkPages.Refusal;
import dev.lifeline.message.LinkPages.Whose;
import dev.lifeline.message.Page;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Atomically;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The desk behind the pages on which somebody shows which cloud user they are. Looking changes nothing, so that what opens links by itself
 * spoils none; the first good key takes the ticket, and only the page that it was shown on can confirm.
 */
public final class LinkDesk {

    private final Desk desk;
    private final Atomically atomically;
    private final Supplier<String> workspace;
    private final TellLinked tell;

    /** @param workspace its name, as far as it is known by now */
    public LinkDesk(Desk desk, Atomically atomically, Supplier<String> workspace) {
        this.desk = desk;
        this.atomically = atomically;
        this.workspace = workspace;
        this.tell = new TellLinked(desk);
    }

    /** Where the page of a code is. */
    static URI address(URI base, String code) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/link/" + code);
    }

    /** The page as it is first seen. */
    public Page show(String code) {
        return open(
                code, shown -> shown.pages().ask(shown.whose(), shown.ticket().until()));
    }

    /** Somebody shows a key. */
    public Page prove(String code, OwnKey key) {
        return open(code, shown -> {
            if (!desk.linking().tickets().takeTry(code)) return shown.pages().over(Over.TRIES);
            return tried(code, shown, key);
        });
    }

    private Page tried(String code, Shown shown, OwnKey key) {
        try {
            Optional<CloudUserId> bearer = desk.linking().proofs().bearer(key);
            if (bearer.isEmpty()) return refused(shown, Refusal.WRONG);
            Optional<CloudUser> user = desk.linking().cloudUsers().read(bearer.get());
            if (user.isEmpty()) return refused(shown, Refusal.FOREIGN);
            if (user.get().status() != CloudUser.Status.ACTIVE) return refused(shown, Refusal.INACTIVE);
            return proved(code, shown, user.get());
        } catch (ProviderUnreachable away) {
            return shown.pages().refused(shown.whose(), shown.ticket().until(), Refusal.AWAY);
        }
    }

    private Page refused(Shown shown, Refusal why) {
        String person = shown.whose().person().id().value();
        atomically.run(
                () -> desk.chronicle().noted("refused-link", new Author(person, ""), Map.of("because", why.name())));
        return shown.pages().refused(shown.whose(), shown.ticket().until(), why);
    }

    private Page proved(String code, Shown shown, CloudUser user) {
        SlackUserId self = shown.whose().person().id();
        List<SlackUserId> others = desk.linking().links().to(user.id()).stream()
                .map(Link::person)
                .filter(person -> !person.equals(self))
                .toList();
        return desk.linking()
                .tickets()
                .prove(code, user.id())
                .map(confirmation -> shown.pages().confirm(shown.whose(), user, others, confirmation))
                .orElseGet(() -> shown.pages().over(Over.USED));
    }

    /** Somebody says that it is right. */
    public Page confirm(String code, String confirmation) {
        Optional<Ticket> ticket = desk.linking().tickets().find(code);
        Optional<CloudUserId> proved = ticket.flatMap(Ticket::proved);
        if (proved.isEmpty()) return english().over(Over.UNKNOWN);
        return seen(ticket.get(), shown -> confirmed(code, confirmation, shown, proved.get()));
    }

    private Page confirmed(String code, String confirmation, Shown shown, CloudUserId id) {
        Optional<CloudUser> user = desk.linking().cloudUsers().read(id);
        boolean active =
                user.filter(one -> one.status() == CloudUser.Status.ACTIVE).isPresent();
        if (!active) return shown.pages().over(Over.USED);
        AtomicBoolean linked = new AtomicBoolean();
        Decision link = link(shown.whose().person(), user.get());
        atomically.run(() -> {
            linked.set(desk.linking().tickets().confirm(code, confirmation));
            if (linked.get()) link.write();
        });
        return linked.get()
                ? shown.pages().done(shown.whose(), user.get())
                : shown.pages().over(Over.USED);
    }

    private Decision link(Person person, CloudUser user) {
        Author author = new Author(person.id().value(), user.username());
        Decision kept = () -> desk.linking()
                .links()
                .keep(Link.proved(person, user.id(), desk.clock().instant()));
        return kept.and(() -> desk.chronicle().noted("linked", author, Map.of("by", "key")))
                .and(tell.proved(person, user));
    }

    /** The page for when anything else goes wrong. */
    public Page trouble() {
        return english().trouble();
    }

    /** What a page is about. */
    private record Shown(Ticket ticket, Whose whose, LinkPages pages) {}

    private Page open(String code, Function<Shown, Page> page) {
        Optional<Ticket> ticket = desk.linking().tickets().find(code);
        if (ticket.isEmpty()) return english().over(Over.UNKNOWN);
        boolean taken = ticket.get().used() || ticket.get().proved().isPresent();
        if (taken) return english().over(Over.USED);
        return seen(ticket.get(), page);
    }

    private Page seen(Ticket ticket, Function<Shown, Page> page) {
        if (ticket.over(desk.clock().instant())) return english().over(Over.EXPIRED);
        try {
            Person person = desk.linking().people().person(ticket.person());
            LinkPages pages = Voice.in(person.locale()).links().pages();
            if (person.guise() != Person.Guise.MEMBER) return pages.over(Over.NOT_SERVED);
            return page.apply(new Shown(ticket, new Whose(person, workspace.get()), pages));
        } catch (People.PersonUnknown | ProviderUnreachable silence) {
            return english().trouble();
        }
    }

    private static LinkPages english() {
        return Voice.in(Locale.ENGLISH).links().pages();
    }
}
