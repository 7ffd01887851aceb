package dev.lifeline.message.port;

/**
 * A modal that one user has open.
 *
 * @param viewId opaque
 * @param hash of the view as it was opened; an update for another state of the view is refused
 */
public record ModalRef(String viewId, String hash) {}
