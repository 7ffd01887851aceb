package dev.lifeline.slack.webapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A call with the workspace that its ids name, and its arguments as that workspace knows them.
 *
 * @param workspace that of the ids; of the client where there is none
 */
record ScopedCall(String workspace, Map<String, String> arguments) {

    /** The arguments that hold an id. */
    private static final Set<String> ID_ARGUMENTS =
            Set.of("channel", "channel_id", "trigger_id", "user", "user_id", "users", "view_id");

    /** The arguments that hold text or JSON in which people are mentioned. */
    private static final Set<String> CONTENT_ARGUMENTS = Set.of("blocks", "text", "view");

    /**
     * Takes the workspace out of the ids.
     *
     * @param clientWorkspace that of bare ids
     * @throws SlackCallException when ids are of different workspaces: the token of either would name somebody else
     */
    static ScopedCall of(
            ApiMethod method, String clientWorkspace, Map<String, String> arguments, MentionScope mentions) {
        String workspace = workspace(method, clientWorkspace, arguments);
        Map<String, String> local = new HashMap<>(arguments);
        ID_ARGUMENTS.forEach(name -> local.computeIfPresent(name, (key, id) -> ScopedId.bare(id)));
        CONTENT_ARGUMENTS.forEach(
                name -> local.computeIfPresent(name, (key, content) -> mentions.localize(content, workspace)));
        return new ScopedCall(workspace, local);
    }

    private static String workspace(ApiMethod method, String clientWorkspace, Map<String, String> arguments) {
        Set<String> workspaces = arguments.entrySet().stream()
                .filter(argument -> ID_ARGUMENTS.contains(argument.getKey()))
                .map(argument -> ScopedId.workspace(argument.getValue()))
                .map(named -> named.equals(ScopedId.HOME) ? clientWorkspace : named)
                .collect(Collectors.toSet());
        if (workspaces.size() > 1)
            throw new SlackCallException(method, SlackErrorKind.USER_UNREACHABLE, "ids of two workspaces", null);
        return workspaces.isEmpty() ? clientWorkspace : workspaces.iterator().next();
    }
}
