package dev.lifeline.sandbox.slack.workspace;

import java.util.List;

/** A user group, such as those on call. Members are user ids. */
public record UserGroup(String id, String handle, String name, List<String> members) {
    public UserGroup {
        members = List.copyOf(members);
    }
}
