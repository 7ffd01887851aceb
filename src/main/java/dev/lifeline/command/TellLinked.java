package dev.lifeline.command;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.message.Audience;
import dev.lifeline.message.LinkAnswers;
import dev.lifeline.message.Message;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is told that somebody acts as a cloud user from now on? That person, and everybody who acts as that user already: a key that
 * somebody got hold of shows itself so.
 */
final class TellLinked {

    private final Desk desk;

    TellLinked(Desk desk) {
        this.desk = desk;
    }

    /** A key was shown. */
    Decision proved(Person person, CloudUser user) {
        return tell(person.id(), answers -> answers.done(user)).and(others(person, user));
    }

    /** A user manager said so. */
    Decision bound(Person person, CloudUser user, SlackUserId by) {
        return tell(person.id(), answers -> answers.boundBy(by, user)).and(others(person, user));
    }

    /** Somebody else cut their link. */
    Decision cut(SlackUserId person, SlackUserId by) {
        return tell(person, answers -> answers.cutBy(by));
    }

    private Decision others(Person person, CloudUser user) {
        return desk.linking().links().to(user.id()).stream()
                .filter(link -> !link.person().equals(person.id()))
                .map(link -> tell(link.person(), answers -> answers.also(person.id(), user)))
                .reduce(() -> {}, Decision::and);
    }

    /** In the bot's own talk with them: they asked for nothing, so there is no other place. Worded now, written later. */
    private Decision tell(SlackUserId person, Function<LinkAnswers, Message> words) {
        Audience alone = new Audience(person, new Place(person.value()), Optional.empty());
        Message message = words.apply(Voice.in(locale(person)).links());
        return () -> desk.announcer().privately(alone, message);
    }

    private Locale locale(SlackUserId person) {
        try {
            return desk.linking().people().person(person).locale();
        } catch (People.PersonUnknown silence) {
            return Locale.ENGLISH;
        }
    }
}
