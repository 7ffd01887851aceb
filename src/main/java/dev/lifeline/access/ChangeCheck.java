package dev.lifeline.access;

import dev.lifeline.device.ProviderUnreachable;
import java.util.List;
import java.util.Optional;

/** May this Slack person change that cloud user's access, right now? Everybody concerned is read afresh for the answer (promise P4). */
public final class ChangeCheck {

    private final AccessCheck access;
    private final CloudUsers users;
    private final RecentUsers recent;

    public ChangeCheck(AccessCheck access, CloudUsers users, RecentUsers recent) {
        this.access = access;
        this.users = users;
        this.recent = recent;
    }

    /** The decision. */
    public Verdict may(SlackUserId who, Change change) {
        Verdict identity = access.identify(who);
        return identity.allowed()
                .map(manager -> objections(manager, change))
                .filter(objections -> !objections.isEmpty())
                .<Verdict>map(Verdict.Refused::new)
                .orElse(identity);
    }

    private List<Objection> objections(CloudUser manager, Change change) {
        try {
            Optional<CloudUser> subject = users.read(change.user());
            if (subject.isEmpty()) return List.of(new Objection.SubjectGone(change.username()));
            return ChangeRules.objections(
                    change, Lineage.of(manager, users::read), Lineage.of(subject.get(), users::read));
        } catch (ProviderUnreachable silence) {
            return List.of(new Objection.CannotTell());
        }
    }

    /** What will probably stand against it, for showing; users above may be as of a short while ago. */
    public List<Objection> expected(CloudUser manager, CloudUser subject, Change change) {
        return ChangeRules.objections(
                change, Lineage.of(manager, recent::recently), Lineage.of(subject, recent::recently));
    }
}
