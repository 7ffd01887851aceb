package dev.lifeline.store.database;

/** Thrown when a job goes on after another process has taken its work over, or may do so: it has to stop. */
public final class LeaseLostException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param work what was taken over */
    public LeaseLostException(String work) {
        super("Lease on " + work + " lost");
    }
}
