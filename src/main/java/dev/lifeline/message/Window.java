package dev.lifeline.message;

/**
 * Which window is open before one person, who alone sees it, and waits for what it is to show?
 *
 * @param id the platform's, opaque
 * @param version as it was opened: what is meant for it is shown in that one or in none
 */
public record Window(String id, String version) {}
