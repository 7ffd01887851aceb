package dev.lifeline.sandbox.slack.blockkit;

/** Where blocks are shown, and how many may be there (slack.md 4.1). */
public enum Surface {
    MESSAGE(Limits.MESSAGE_BLOCKS),
    MODAL(Limits.VIEW_BLOCKS),
    HOME(Limits.VIEW_BLOCKS);

    private final int mostBlocks;

    Surface(int mostBlocks) {
        this.mostBlocks = mostBlocks;
    }

    int mostBlocks() {
        return mostBlocks;
    }
}
