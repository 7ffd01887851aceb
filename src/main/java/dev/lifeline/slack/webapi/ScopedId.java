package dev.lifeline.slack.webapi;

/**
 * Slack's ids with the workspace that they are of: {@code T0123ABCD/U0456}. An id of the bot's home workspace, whose token is a setting, is
 * bare, so that one workspace alone knows nothing of this. Slack promises that an id is unique within one workspace only
 * (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs, and src/docs/platform/slack.md, section Several workspaces).
 */
public final class ScopedId {

    /** The bot's own workspace. */
    public static final String HOME = "";

    private static final char SEPARATOR = '/';

    private ScopedId() {}

    /** The id with its workspace; an empty id stays empty. */
    public static String of(String workspace, String id) {
        return workspace.equals(HOME) || id.isEmpty() ? id : workspace + SEPARATOR + id;
    }

    /** The team id of the workspace; {@link #HOME} for a bare id. */
    public static String workspace(String id) {
        return id.substring(0, Math.max(0, id.indexOf(SEPARATOR)));
    }

    /** The id as Slack knows it. */
    public static String bare(String id) {
        return id.substring(id.indexOf(SEPARATOR) + 1);
    }
}
