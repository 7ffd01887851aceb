package dev.lifeline.rescue;

/** Somebody else saved this request first. An ordinary event: what was to be written is rolled back and decided anew. */
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LostRace(RequestId request) {
        super("request " + request + " was moved by somebody else");
    }
}
