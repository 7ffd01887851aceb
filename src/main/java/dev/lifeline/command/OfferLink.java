package dev.lifeline.command;

import dev.lifeline.access.Person;
import dev.lifeline.chronicle.Author;
import dev.lifeline.message.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code /rescue link}: an address where the person, known or not, shows which cloud user they are. Only they read it. */
final class OfferLink {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Desk desk;

    OfferLink(Desk desk) {
        this.desk = desk;
    }

    Decision decide(Ask ask, Person person) {
        return () -> {
            Instant until = desk.clock().instant().plus(GOOD_FOR);
            String code = desk.linking().tickets().offer(person.id(), until);
            URI address = LinkDesk.address(desk.serving().address().get(), code);
            desk.chronicle().noted("link-offered", new Author(person.id().value(), ""), Map.of());
            desk.reply(ask, Voice.in(person.locale()).links().offer(address, until))
                    .write();
        };
    }
}
