package dev.lifeline.access;

/**
 * What is to change in whose access?
 *
 * @param username as the provider calls the user, for those who read of it; the id alone tells who it is
 */
public record Change(Way way, CloudUserId user, String username, Right right) {

    /** In which direction? */
    public enum Way {
        GRANT,
        REVOKE
    }

    /** The change that turns what a user has into its contrary. */
    public static Change turning(CloudUser user, Right right) {
        return new Change(right.isOf(user) ? Way.REVOKE : Way.GRANT, user.id(), user.username(), right);
    }

    /** Is it so already? */
    public boolean isMade(CloudUser user) {
        return right.isOf(user) == (way == Way.GRANT);
    }
}
