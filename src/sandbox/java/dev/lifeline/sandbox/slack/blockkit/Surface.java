package dev.lifeline.sandbox.slack.blockkit;

/** Where blocks are shown, with the number of blocks allowed there (src/docs/platform/slack.md, section Sizes). */
public enum Surface {
    MESSAGE(BlockKitLimits.MAX_MESSAGE_BLOCKS),
    MODAL(BlockKitLimits.MAX_VIEW_BLOCKS),
    HOME(BlockKitLimits.MAX_VIEW_BLOCKS);

    private final int maxBlocks;

    Surface(int maxBlocks) {
        this.maxBlocks = maxBlocks;
    }

    int maxBlocks() {
        return maxBlocks;
    }
}
