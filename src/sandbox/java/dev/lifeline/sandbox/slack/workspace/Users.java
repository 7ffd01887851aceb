package dev.lifeline.sandbox.slack.workspace;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who is there just now, by whatever name they are asked for? People change; their ids do not. */
public final class Users {

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

    public Optional<User> byId(String id) {
        return all.stream().filter(user -> user.id().equals(id)).findFirst();
    }

    /** By handle, with or without "@", or by id. */
    public Optional<User> byHandleOrId(String handleOrId) {
        String wanted = handleOrId.startsWith("@") ? handleOrId.substring(1) : handleOrId;
        return all.stream()
                .filter(user -> user.handle().equals(wanted) || user.id().equals(wanted))
                .findFirst();
    }

    /** E-mail addresses are compared without regard to case, as Slack does. */
    public Optional<User> byEmail(String email) {
        return all.stream()
                .filter(user ->
                        user.profile().email().filter(email::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    public Optional<UserGroup> userGroup(String id) {
        return userGroups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** Somebody describes themselves anew. */
    public synchronized void updateProfile(String id, UnaryOperator<User.Profile> profile) {
        update(id, user -> user.withProfile(profile.apply(user.profile())));
    }

    /** An administrator gives somebody other rights. */
    public synchronized void setRole(String id, User.Role role) {
        update(id, user -> user.withRole(role));
    }

    /** Everybody has the rights of the beginning again. */
    public synchronized void restoreRoles() {
        initial.forEach(user -> setRole(user.id(), user.membership().role()));
    }

    private void update(String id, UnaryOperator<User> change) {
        all = all.stream()
                .map(user -> user.id().equals(id) ? change.apply(user) : user)
                .toList();
    }
}
