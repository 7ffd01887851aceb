package dev.lifeline.sandbox.slack.blockkit;

/** Where blocks are shown, and how many may be there (slack.md 4.1). */
public enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    private final int mostBlocks;

    Surface(int mostBlocks) {
        this.mostBlocks = mostBlocks;
    }

    int mostBlocks() {
        return mostBlocks;
    }
}
