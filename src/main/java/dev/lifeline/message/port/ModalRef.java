package dev.lifeline.message.port;

/**
 * Which window is open before one person, who alone sees it, and waits for what it is to show?
 *
 * @param viewId the platform's, opaque
 * @param hash as it was opened: what is meant for it is shown in that one or in none
 */
public record ModalRef(String viewId, String hash) {}
