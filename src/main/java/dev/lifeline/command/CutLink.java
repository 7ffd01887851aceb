package dev.lifeline.command;

import dev.lifeline.access.Binding;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Link;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Unbindable;
import dev.lifeline.chronicle.Author;
import dev.lifeline.message.Voice;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code /rescue unlink [@person]}: cuts one's own link, which anybody may, or that of somebody whose cloud user is below one's own. */
final class CutLink {

    private final Desk desk;
    private final Binding binding;
    private final TellLinked tell;
    private final Consumer<SlackUserId> forget;

    /** @param forget what was known of somebody until now */
    CutLink(Desk desk, Consumer<SlackUserId> forget) {
        this.forget = forget;
        this.desk = desk;
        this.binding = new Binding(desk.linking().cloudUsers());
        this.tell = new TellLinked(desk);
    }

    Decision own(Ask ask, Person person) {
        Voice voice = Voice.in(person.locale());
        Optional<Link> link = standing(person.id());
        if (link.isEmpty()) return desk.reply(ask, voice.links().nothingToCut());
        Author author = new Author(person.id().value(), "");
        return cut(link.get(), person.id(), author)
                .and(desk.reply(ask, voice.links().cut()));
    }

    Decision other(Caller caller, SlackUserId whom) {
        if (caller.person().id().equals(whom)) return own(caller.ask(), caller.person());
        if (!Binding.manages(caller.user())) return refused(caller, whom);
        Optional<Link> link = standing(whom).filter(one -> isTheirs(caller.user(), one));
        if (link.isEmpty()) return desk.reply(caller, caller.voice().links().nothingToCut(whom));
        SlackUserId by = caller.person().id();
        return cut(link.get(), by, caller.author())
                .and(desk.reply(caller, caller.voice().links().cut(whom)))
                .and(tell.cut(whom, by));
    }

    private Decision refused(Caller caller, SlackUserId whom) {
        Decision noted =
                () -> desk.chronicle().noted("refused-unlink", caller.author(), Map.of("person", whom.value()));
        return noted.and(desk.reply(caller, caller.voice().links().cannotBind(Unbindable.NOT_A_MANAGER)));
    }

    /** The owner also cuts what leads to nobody any more. */
    private boolean isTheirs(CloudUser manager, Link link) {
        if (manager.masterLike()) return true;
        return desk.linking()
                .cloudUsers()
                .read(link.user())
                .filter(user -> binding.isAbove(manager, user))
                .isPresent();
    }

    private Optional<Link> standing(SlackUserId person) {
        return desk.linking().links().of(person).filter(Link::stands);
    }

    private Decision cut(Link link, SlackUserId by, Author author) {
        return written(link, by, author).andAfterwards(() -> forget.accept(link.person()));
    }

    private Decision written(Link link, SlackUserId by, Author author) {
        return () -> {
            desk.linking().links().keep(link.cut(by, desk.clock().instant()));
            desk.chronicle()
                    .noted(
                            "unlinked",
                            author,
                            Map.of(
                                    "person",
                                    link.person().value(),
                                    "from",
                                    link.user().toString()));
        };
    }
}
