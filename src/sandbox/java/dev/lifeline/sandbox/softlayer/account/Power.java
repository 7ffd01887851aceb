package dev.lifeline.sandbox.softlayer.account;

/** The provider's power states of a guest; a paused guest keeps its memory and answers nothing. */
public enum Power {
    RUNNING(1, "Running"),
    HALTED(2, "Halted"),
    PAUSED(3, "Paused");

    private final long id;

    private final String displayName;

    Power(long id, String displayName) {
        this.id = id;
        this.displayName = displayName;
    }

    public long id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }
}
