package dev.lifeline.message.port;

import dev.lifeline.message.model.CanvasResult;
import dev.lifeline.rescue.ChannelId;

/**
 * Creates documents that stand as a tab in a channel. Nothing is stored and nothing is retried; a call blocks for a few seconds at most and
 * never throws.
 */
@FunctionalInterface
public interface Canvases {

    /** None can be created. */
    Canvases NONE = (channel, title, markdown) -> CanvasResult.NOT_PERMITTED;

    /**
     * Creates a canvas in a channel, which whoever reads the channel can open.
     *
     * @param markdown its text, at most a million characters
     */
    CanvasResult create(ChannelId channel, String title, String markdown);
}
