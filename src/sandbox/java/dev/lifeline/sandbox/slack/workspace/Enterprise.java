package dev.lifeline.sandbox.slack.workspace;

/**
 * An Enterprise organisation that the workspace may belong to; ids have the form {@code E…} (src/docs/platform/slack.md,
 * section Who is clicking).
 */
public record Enterprise(String id, String name) {}
