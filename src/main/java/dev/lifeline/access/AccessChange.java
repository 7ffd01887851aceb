package dev.lifeline.access;

/**
 * One change of one cloud user's access: a permission or the access to a device, granted or revoked.
 *
 * @param username the user's name, for people who read of the change; only the id identifies the user
 */
public record AccessChange(Direction direction, CloudUserId userId, String username, Entitlement entitlement) {

    /** Whether the entitlement is granted or revoked. */
    public enum Direction {
        GRANT,
        REVOKE
    }

    /** The change that grants what the user lacks, or revokes what the user has. */
    public static AccessChange toggle(CloudUser user, Entitlement entitlement) {
        return new AccessChange(
                entitlement.isHeldBy(user) ? Direction.REVOKE : Direction.GRANT, user.id(), user.label(), entitlement);
    }

    /** Whether the user's access is already as the change would leave it. */
    public boolean isApplied(CloudUser user) {
        return entitlement.isHeldBy(user) == (direction == Direction.GRANT);
    }
}
