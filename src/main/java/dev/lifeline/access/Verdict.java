package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/** May they? Either they are known and nothing objects, or something does. */
public sealed interface Verdict {

    /** Nothing objects. */
    record Allowed(Person person, CloudUser user) implements Verdict {}

    /** Something objects: everything that does, in the order of the rules. */
    record Refused(List<Objection> objections) implements Verdict {
        public Refused {
            objections = List.copyOf(objections);
            if (objections.isEmpty()) throw new IllegalArgumentException("nobody is refused for nothing");
        }

        public Refused(Objection objection) {
            this(List.of(objection));
        }

        /** The first, which speaks where there is room for one. */
        public Objection objection() {
            return objections.get(0);
        }
    }

    /** Everything that objects; empty where nothing does. */
    default List<Objection> objections() {
        return List.of();
    }

    /** The first that objects. */
    default Optional<Objection> refusal() {
        return this instanceof Refused refused ? Optional.of(refused.objection()) : Optional.empty();
    }

    default Optional<CloudUser> allowed() {
        return this instanceof Allowed allowed ? Optional.of(allowed.user()) : Optional.empty();
    }
}
