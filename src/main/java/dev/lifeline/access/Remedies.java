package dev.lifeline.access;

import dev.lifeline.device.ProviderUnreachable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who can mend what stands against a cloud user? The active users above them who manage users and hold what is missing, up to the
 * owner, where it is known who they are in Slack. For showing only.
 */
public final class Remedies {

    /** More names than that help nobody. */
    private static final int MOST = 5;

    private final RecentUsers recent;
    private final Links links;

    public Remedies(RecentUsers recent, Links links) {
        this.recent = recent;
        this.links = links;
    }

    /** Each objection with who can mend it. Who may not know of a device reads that one sentence, and no name (promise P4). */
    public List<Refusal> of(CloudUser user, List<Objection> objections) {
        Optional<Objection> hidden = objections.stream()
                .filter(Objection.NoSuchDevice.class::isInstance)
                .findFirst();
        return hidden.map(List::of).orElse(objections).stream()
                .map(objection -> new Refusal(objection, whoCan(user, objection)))
                .toList();
    }

    /** Who looks after this user: those above them who manage users, the owner among them, as far as they are linked. */
    public List<SlackUserId> managersOf(CloudUser user) {
        return above(user, manager -> true);
    }

    private List<SlackUserId> whoCan(CloudUser user, Objection objection) {
        return switch (objection.remedy()) {
            case GRANT -> above(user, manager -> manager.holds(((Objection.Lacks) objection).permission()));
            case MANAGE -> managersOf(user);
            case AS_SAID -> List.of();
        };
    }

    /** Whom one could ask is no reason to fail: where it cannot be read just now, nobody is named. */
    private List<SlackUserId> above(CloudUser user, Predicate<CloudUser> able) {
        try {
            return Lineage.of(user, recent::recently).above().stream()
                    .filter(manager -> ChangeRules.manages(manager).isEmpty())
                    .filter(able)
                    .flatMap(manager -> links.to(manager.id()).stream())
                    .map(Link::person)
                    .distinct()
                    .limit(MOST)
                    .toList();
        } catch (ProviderUnreachable away) {
            return List.of();
        }
    }
}
