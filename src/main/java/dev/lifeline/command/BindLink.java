package dev.lifeline.command;

import dev.lifeline.access.Binding;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Link;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.Unbindable;
import dev.lifeline.message.LinkAnswers;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /rescue link @person USERNAME}: a user manager says who somebody is. The buttons carry two ids and no rights: everything is
 * checked again at the press, so a forged one does what the same person could have typed.
 */
final class BindLink {

    private static final Pattern SUBJECT = Pattern.compile("([A-Z0-9]{2,40})/([1-9]\\d{0,17})");

    private final Desk desk;
    private final Binding binding;
    private final TellLinked tell;

    BindLink(Desk desk) {
        this.desk = desk;
        this.binding = new Binding(desk.linking().cloudUsers());
        this.tell = new TellLinked(desk);
    }

    Decision ask(Caller caller, SlackUserId whom, String username) {
        return checked(
                caller,
                whom,
                () -> desk.linking().cloudUsers().named(username),
                (person, user) ->
                        desk.reply(caller, answers(caller).askToBind(whom, user, whom.value() + "/" + user.id())));
    }

    Decision yes(Caller caller, String subject) {
        Matcher ids = SUBJECT.matcher(subject);
        if (!ids.matches()) return desk.reply(caller, caller.voice().answers().unknownAction());
        SlackUserId whom = new SlackUserId(ids.group(1));
        CloudUserId user = new CloudUserId(Long.parseLong(ids.group(2)));
        return checked(
                caller,
                whom,
                () -> desk.linking().cloudUsers().read(user),
                (person, found) -> bound(caller, person, found));
    }

    Decision no(Caller caller) {
        return desk.reply(caller, answers(caller).leftUnbound());
    }

    /** What is done once nothing objects. */
    private interface Allowed {
        Decision with(Person person, CloudUser user);
    }

    /** Nothing is looked up for somebody who may not ask. */
    private Decision checked(Caller caller, SlackUserId whom, Supplier<Optional<CloudUser>> lookUp, Allowed allowed) {
        if (!Binding.manages(caller.user())) return refused(caller, whom, Unbindable.NOT_A_MANAGER);
        if (caller.person().id().equals(whom)) return refused(caller, whom, Unbindable.ONESELF);
        Optional<Person> known = person(whom);
        if (known.isEmpty()) return refused(caller, whom, Unbindable.NOT_SERVED);
        Person person = known.get();
        Optional<CloudUser> user = lookUp.get();
        Optional<Unbindable> objection = binding.objection(caller.user(), person, user);
        return objection
                .map(stands -> refused(caller, whom, stands))
                .orElseGet(() -> allowed.with(person, user.orElseThrow()));
    }

    /** Whom Slack says nothing about, nobody is bound to. */
    private Optional<Person> person(SlackUserId whom) {
        try {
            return Optional.of(desk.linking().people().person(whom));
        } catch (People.PersonUnknown silence) {
            return Optional.empty();
        }
    }

    private Decision refused(Caller caller, SlackUserId whom, Unbindable why) {
        Decision noted = () -> desk.chronicle()
                .noted("refused-bind", caller.author(), Map.of("person", whom.value(), "because", why.name()));
        return noted.and(desk.reply(caller, answers(caller).cannotBind(why)));
    }

    private Decision bound(Caller caller, Person person, CloudUser user) {
        SlackUserId by = caller.person().id();
        Decision kept = () -> desk.linking()
                .links()
                .keep(Link.bound(person, user.id(), by, desk.clock().instant()));
        Map<String, String> whom = Map.of("person", person.id().value(), "to", user.username());
        return kept.and(() -> desk.chronicle().noted("bound", caller.author(), whom))
                .and(desk.reply(caller, answers(caller).bound(person.id(), user)))
                .and(tell.bound(person, user, by));
    }

    private static LinkAnswers answers(Caller caller) {
        return caller.voice().links();
    }
}
