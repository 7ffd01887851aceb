package dev.lifeline.slack.webapi;

/** Writes mentions as the workspace that reads them knows them. Thread-safe. */
public interface MentionScope {

    /** Leaves everything as it is: there is one workspace. */
    MentionScope NONE = (content, workspace) -> content;

    /**
     * The content for the people of one workspace.
     *
     * @param content text, or blocks or a view as JSON
     */
    String localize(String content, String workspace);
}
