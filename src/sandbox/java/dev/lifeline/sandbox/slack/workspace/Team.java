package dev.lifeline.sandbox.slack.workspace;

/** A workspace: the one the app is installed in, or a partner's. */
public record Team(String id, String name, String domain) {}
