package dev.lifeline.sandbox.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An Enterprise organisation that the workspace may belong to; ids have the form {@code E…} (src/docs/platform/slack.md,
 * section Who is clicking).
 *
 * @param orgWide whether the app is installed for the whole organisation, not for the workspace
 */
public record Enterprise(String id, String name, boolean orgWide) {

    /** The organisation as payloads of interactions name it. */
    public ObjectNode toJson() {
        return Json.object("id", id, "name", name);
    }
}
