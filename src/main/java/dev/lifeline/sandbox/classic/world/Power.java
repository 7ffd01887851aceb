package dev.lifeline.sandbox.classic.world;

/** The provider's power states of a guest; a paused one keeps its memory and answers nothing. */
public enum Power {
    RUNNING(1, "Running"),
    HALTED(2, "Halted"),
    PAUSED(3, "Paused");

    private final long id;

    private final String display;

    Power(long id, String display) {
        this.id = id;
        this.display = display;
    }

    public long id() {
        return id;
    }

    public String display() {
        return display;
    }
}
