package dev.lifeline.sandbox.slack.workspace;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The users of the workspace. Profiles and roles change; ids do not. Thread-safe. */
public final class Users {

    private static final String OWNER_HANDLE = "elena";

    private final List<User> initial;
    private volatile List<User> all;
    private final List<UserGroup> userGroups;

    Users(List<User> all, List<UserGroup> userGroups) {
        this.initial = List.copyOf(all);
        this.all = initial;
        this.userGroups = List.copyOf(userGroups);
    }

    public List<User> all() {
        return all;
    }

    public List<UserGroup> userGroups() {
        return userGroups;
    }

    /** Finds a user by the id in the workspace or in the organisation. */
    public Optional<User> byId(String id) {
        return all.stream()
                .filter(user -> user.id().equals(id) || user.organisationId().equals(id))
                .findFirst();
    }

    /** Finds a user by handle, with or without "@", or by id. */
    public Optional<User> byHandleOrId(String handleOrId) {
        String name = handleOrId.startsWith("@") ? handleOrId.substring(1) : handleOrId;
        return all.stream()
                .filter(user -> user.handle().equals(name) || user.id().equals(name))
                .findFirst();
    }

    /** Returns the owner of the workspace. */
    public Optional<User> owner() {
        return all.stream().filter(this::isOwner).findFirst();
    }

    public boolean isOwner(User user) {
        return user.handle().equals(OWNER_HANDLE);
    }

    /** Finds a user by e-mail address, ignoring case, as Slack does. */
    public Optional<User> byEmail(String email) {
        return all.stream()
                .filter(user ->
                        user.profile().email().filter(email::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    public Optional<UserGroup> userGroup(String id) {
        return userGroups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** Changes a user's profile. */
    public synchronized void updateProfile(String id, UnaryOperator<User.Profile> profile) {
        update(id, user -> user.withProfile(profile.apply(user.profile())));
    }

    /** Changes a user's role. */
    public synchronized void setRole(String id, User.Role role) {
        update(id, user -> user.withRole(role));
    }

    /** Changes how a user is described. */
    public synchronized void setDescription(String id, User.Description description) {
        update(id, user -> user.describedAs(description));
    }

    /** Restores the roles and descriptions that the users started with. */
    public synchronized void restoreRoles() {
        initial.forEach(user -> {
            setRole(user.id(), user.membership().role());
            setDescription(user.id(), user.description());
        });
    }

    private void update(String id, UnaryOperator<User> change) {
        all = all.stream()
                .map(user -> user.id().equals(id) ? change.apply(user) : user)
                .toList();
    }
}
