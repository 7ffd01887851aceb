package dev.lifeline.device;

/**
 * A stored record cannot be read: a newer release wrote it, or it is damaged. Only what needs this record fails; lists are served without
 * it. A replica of the newer release can read it.
 */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A record that cannot be read.
     *
     * @param kind of the record, such as {@code rescue request}
     * @param key by which it is stored
     */
    public UnreadableRecordException(String kind, String key, RuntimeException cause) {
        super("The " + kind + " " + key + " cannot be read by this release", cause);
    }
}
