package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnreachable;
import java.util.List;

/**
 * May this Slack person do this to this device, right now? The one function for every place that asks: at the request, at each
 * click and right before the provider is called (promise P4). Everything is read afresh; who cannot be asked is not waved through.
 */
public final class AccessCheck {

    private final People people;
    private final CloudUsers cloudUsers;
    private final Links links;

    public AccessCheck(People people, CloudUsers cloudUsers, Links links) {
        this.people = people;
        this.cloudUsers = cloudUsers;
        this.links = links;
    }

    /** Who are they on the account? Allowed says only that they are a known, active user. */
    public Verdict identify(SlackUserId who) {
        try {
            return identified(people.person(who));
        } catch (People.PersonUnknown | ProviderUnreachable silence) {
            return new Verdict.Refused(new Objection.CannotTell());
        }
    }

    /** May they do the deed? */
    public Verdict may(SlackUserId who, Deed deed, DeviceId device) {
        Verdict identity = identify(who);
        return identity.allowed()
                .map(user -> AccessRules.objections(deed, user, device))
                .filter(objections -> !objections.isEmpty())
                .<Verdict>map(Verdict.Refused::new)
                .orElse(identity);
    }

    private Verdict identified(Person person) {
        if (person.guise() != Person.Guise.MEMBER) return refused(new Objection.NotServed(person.guise()));
        return links.of(person.id()).map(id -> linked(person, id)).orElseGet(() -> byEmail(person));
    }

    private Verdict linked(Person person, CloudUserId id) {
        return cloudUsers.read(id).map(user -> active(person, user)).orElse(refused(new Objection.CloudUserGone()));
    }

    private Verdict byEmail(Person person) {
        if (person.email().isEmpty()) return refused(new Objection.NoEmail());
        String email = person.email().get();
        List<CloudUser> active = cloudUsers.withEmail(email).stream()
                .filter(user -> user.status() == CloudUser.Status.ACTIVE)
                .toList();
        if (active.isEmpty()) return refused(new Objection.NoCloudUser(email));
        if (active.size() > 1) return refused(new Objection.SeveralCloudUsers(email));
        links.link(person.id(), active.get(0).id());
        return new Verdict.Allowed(person, active.get(0));
    }

    private static Verdict active(Person person, CloudUser user) {
        boolean active = user.status() == CloudUser.Status.ACTIVE;
        return active
                ? new Verdict.Allowed(person, user)
                : refused(new Objection.NotActive(user.username(), user.status()));
    }

    private static Verdict refused(Objection objection) {
        return new Verdict.Refused(objection);
    }
}
