package dev.lifeline.access;

/**
 * What is to change in whose access?
 *
 * @param username as the provider calls the user, for those who read of it; the id alone tells who it is
 */
public record AccessChange(Direction direction, CloudUserId userId, String username, Entitlement entitlement) {

    /** In which direction? */
    public enum Direction {
        GRANT,
        REVOKE
    }

    /** The change that turns what a user has into its contrary. */
    public static AccessChange toggle(CloudUser userId, Entitlement entitlement) {
        return new AccessChange(
                entitlement.isHeldBy(userId) ? Direction.REVOKE : Direction.GRANT,
                userId.id(),
                userId.username(),
                entitlement);
    }

    /** Is it so already? */
    public boolean isApplied(CloudUser userId) {
        return entitlement.isHeldBy(userId) == (direction == Direction.GRANT);
    }
}
