package dev.lifeline.access;

import dev.lifeline.access.Link.Basis;
import dev.lifeline.access.Objection.LinkOutdated.Changed;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Which cloud user is this Slack person? An address is trusted for little: the first time, where one ACTIVE user has it, and never for
 * those who can do great harm. What was true at linking has to be true still.
 */
final class Identity {

    private final CloudUsers cloudUsers;
    private final Links links;
    private final InstantSource clock;

    Identity(CloudUsers cloudUsers, Links links, InstantSource clock) {
        this.cloudUsers = cloudUsers;
        this.links = links;
        this.clock = clock;
    }

    Verdict of(Person person) {
        if (person.guise() != Person.Guise.MEMBER) return refused(new Objection.NotServed(person.guise()));
        Optional<Link> link = links.of(person.id());
        return link.isPresent() ? linked(person, link.get()) : byEmail(person);
    }

    private Verdict linked(Person person, Link link) {
        if (!link.stands()) return refused(new Objection.NeedsLink(Objection.NeedsLink.Because.CUT));
        if (emailChanged(person, link)) return refused(new Objection.LinkOutdated(Changed.SLACK_EMAIL));
        return cloudUsers
                .read(link.user())
                .map(user -> verified(person, link.basis(), user))
                .orElse(refused(new Objection.CloudUserGone()));
    }

    /** A link of the first release does not know the address; the cloud user's own is compared all the same. */
    private static boolean emailChanged(Person person, Link link) {
        boolean untold = link.basis() == Basis.BY_EMAIL && link.email().isEmpty();
        return !untold && !same(person.email(), link.email());
    }

    private static Verdict verified(Person person, Basis basis, CloudUser user) {
        if (user.status() != CloudUser.Status.ACTIVE)
            return refused(new Objection.NotActive(user.username(), user.status()));
        if (!enough(basis, user)) return refused(new Objection.NeedsLink(Objection.NeedsLink.Because.POWERFUL));
        if (basis == Basis.BY_EMAIL && !same(person.email(), user.email()))
            return refused(new Objection.LinkOutdated(Changed.CLOUD_EMAIL));
        return new Verdict.Allowed(person, user);
    }

    /** Whoever counts as the owner proves it themselves; a user manager may be bound by one above. */
    private static boolean enough(Basis basis, CloudUser user) {
        if (user.masterLike()) return basis == Basis.PROVED;
        return !user.holds(Permission.USER_MANAGE) || basis != Basis.BY_EMAIL;
    }

    private Verdict byEmail(Person person) {
        if (person.email().isEmpty()) return refused(new Objection.NoEmail());
        String email = person.email().get();
        List<CloudUser> active = cloudUsers.withEmail(email).stream()
                .filter(user -> user.status() == CloudUser.Status.ACTIVE)
                .toList();
        if (active.isEmpty()) return refused(new Objection.NoCloudUser(email));
        if (active.size() > 1) return refused(new Objection.SeveralCloudUsers(email));
        Verdict verdict = verified(person, Basis.BY_EMAIL, active.get(0));
        verdict.allowed().ifPresent(user -> links.keepFirst(Link.byEmail(person, user.id(), clock.instant())));
        return verdict;
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() == other.isPresent() && one.orElse("").equalsIgnoreCase(other.orElse(""));
    }

    private static Verdict refused(Objection objection) {
        return new Verdict.Refused(objection);
    }
}
