package dev.lifeline.access;

import dev.lifeline.device.DeviceId;
import dev.lifeline.device.ProviderUnreachable;
import java.time.InstantSource;

/**
 * May this Slack person do this to this device, right now? The one function for every place that asks: at the request, at each
 * click and right before the provider is called (promise P4). Everything is read afresh; who cannot be asked is not waved through.
 */
public final class AccessCheck {

    private final People people;
    private final Identity identity;

    public AccessCheck(People people, CloudUsers cloudUsers, Links links, InstantSource clock) {
        this.people = people;
        this.identity = new Identity(cloudUsers, links, clock);
    }

    /** Who are they on the account? Allowed says only that they are a known, active user. */
    public Verdict identify(SlackUserId who) {
        try {
            return identity.of(people.person(who));
        } catch (People.PersonUnknown | ProviderUnreachable silence) {
            return new Verdict.Refused(new Objection.CannotTell());
        }
    }

    /** May they do the deed? */
    public Verdict may(SlackUserId who, Deed deed, DeviceId device) {
        Verdict known = identify(who);
        return known.allowed()
                .map(user -> AccessRules.objections(deed, user, device))
                .filter(objections -> !objections.isEmpty())
                .<Verdict>map(Verdict.Refused::new)
                .orElse(known);
    }
}
