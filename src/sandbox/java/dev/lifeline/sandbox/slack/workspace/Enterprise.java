package dev.lifeline.sandbox.slack.workspace;

/** An Enterprise organisation that the workspace may belong to; ids are {@code E…} (slack.md 4.4). */
public record Enterprise(String id, String name) {}
