package dev.lifeline.access;

import java.util.Optional;

/**
 * May this cloud user say who somebody in Slack is? Only about users below them, as with everything that the provider lets a user manager
 * do (softlayer.md 2.6, "Hierarchy"); the owner about everybody.
 */
public final class Binding {

    private final CloudUsers cloudUsers;

    public Binding(CloudUsers cloudUsers) {
        this.cloudUsers = cloudUsers;
    }

    /** What stands against binding that person to that user; read afresh. */
    public Optional<Unbindable> objection(CloudUser manager, Person person, Optional<CloudUser> user) {
        if (!manages(manager)) return Optional.of(Unbindable.NOT_A_MANAGER);
        if (person.guise() != Person.Guise.MEMBER) return Optional.of(Unbindable.NOT_SERVED);
        if (user.filter(subject -> isAbove(manager, subject)).isEmpty()) return Optional.of(Unbindable.NO_SUCH_USER);
        if (user.get().masterLike()) return Optional.of(Unbindable.LIKE_THE_OWNER);
        boolean active = user.get().status() == CloudUser.Status.ACTIVE;
        return active ? Optional.empty() : Optional.of(Unbindable.NOT_ACTIVE);
    }

    /** May they manage users at all? */
    public static boolean manages(CloudUser user) {
        return user.holds(Permission.USER_MANAGE);
    }

    /** Is that user theirs to manage? Nobody is above themselves. */
    public boolean isAbove(CloudUser manager, CloudUser user) {
        if (manager.id().equals(user.id())) return false;
        return manager.masterLike() || Lineage.of(user, cloudUsers::read).isBelow(manager);
    }
}
