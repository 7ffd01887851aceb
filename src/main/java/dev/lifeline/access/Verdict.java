package dev.lifeline.access;

import java.util.Optional;

/** May they? Either they are known and nothing objects, or there is one reason why not. */
public sealed interface Verdict {

    /** Nothing objects. */
    record Allowed(Person person, CloudUser user) implements Verdict {}

    /** Something objects. */
    record Refused(Objection objection) implements Verdict {}

    default Optional<Objection> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.objection()) : Optional.empty();
    }

    default Optional<CloudUser> allowed() {
        return this instanceof Allowed allowed ? Optional.of(allowed.user()) : Optional.empty();
    }
}
