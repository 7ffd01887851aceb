package dev.lifeline.command;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Person;
import dev.lifeline.chronicle.Author;
import dev.lifeline.message.Voice;
import dev.lifeline.rescue.Requester;

/** Who stands at the desk, known to be an active user of the account, and in which language are they answered? */
record Caller(Ask ask, Person person, CloudUser user, Voice voice) {

    Requester requester() {
        return new Requester(person.id(), user.id(), user.username());
    }

    Author author() {
        return Author.of(requester()).in(ask.place().value());
    }
}
