package dev.lifeline.slack;

/** What was asked could not be written down, or what has to be known for it not be read: our own fault, which may be over when it comes again. */
final class Unwritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unwritten(RuntimeException cause) {
        super(cause);
    }
}
