package dev.lifeline.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What ties a Slack person to a cloud user? Identity, never entitlement: what the user may do is read afresh each time.
 *
 * @param email the person's address as Slack vouched for it then; empty where Slack told none, and for links of the first release
 */
public record Link(SlackUserId person, CloudUserId user, Optional<String> email, Made made) {

    /** What does it rest on? */
    public enum Basis {
        /** One ACTIVE user had the person's address. */
        BY_EMAIL,
        /** The person showed a key of the cloud user's. */
        PROVED,
        /** A user manager, or the owner, said so. */
        BOUND,
        /** Nothing any more: it was cut, and an address alone does not tie it again. */
        CUT
    }

    /**
     * How did it come about?
     *
     * @param by who did it; the person themselves unless somebody bound or cut it
     */
    public record Made(Basis basis, SlackUserId by, Instant at) {}

    public static Link byEmail(Person person, CloudUserId user, Instant at) {
        return new Link(person.id(), user, person.email(), new Made(Basis.BY_EMAIL, person.id(), at));
    }

    public static Link proved(Person person, CloudUserId user, Instant at) {
        return new Link(person.id(), user, person.email(), new Made(Basis.PROVED, person.id(), at));
    }

    public static Link bound(Person person, CloudUserId user, SlackUserId by, Instant at) {
        return new Link(person.id(), user, person.email(), new Made(Basis.BOUND, by, at));
    }

    /** The same, cut. */
    public Link cut(SlackUserId by, Instant at) {
        return new Link(person, user, email, new Made(Basis.CUT, by, at));
    }

    public Basis basis() {
        return made.basis();
    }

    /** Does it tie them at all? */
    public boolean stands() {
        return basis() != Basis.CUT;
    }

    /** When the person last showed a key of the cloud user's. */
    public Optional<Instant> proved() {
        return basis() == Basis.PROVED ? Optional.of(made.at()) : Optional.empty();
    }
}
