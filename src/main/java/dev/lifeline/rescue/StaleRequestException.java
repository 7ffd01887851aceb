package dev.lifeline.rescue;

/** Somebody else saved this request first. An ordinary event: what was to be written is rolled back and decided anew. */
public final class StaleRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleRequestException(RequestId request) {
        super("request " + request + " was moved by somebody else");
    }
}
