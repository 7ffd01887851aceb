package dev.lifeline.sandbox.slack.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The canvases of the workspace, in the order in which they were created. Thread-safe. */
public final class Canvases {

    private final List<Canvas> canvases = new CopyOnWriteArrayList<>();
    private final ChangeFeed changeFeed;

    Canvases(ChangeFeed changeFeed) {
        this.changeFeed = changeFeed;
    }

    /**
     * A document.
     *
     * @param channelId the channel whose tab it is; empty for none
     */
    public record Canvas(String channelId, String title, String markdown) {}

    /** Adds a canvas and returns its id. */
    public synchronized String add(Canvas canvas) {
        canvases.add(canvas);
        if (!canvas.channelId().isEmpty()) changeFeed.channelChanged(canvas.channelId());
        return "F0CANVAS%03d".formatted(canvases.size());
    }

    void moveChannel(String channel, String newId) {
        canvases.replaceAll(canvas ->
                canvas.channelId().equals(channel) ? new Canvas(newId, canvas.title(), canvas.markdown()) : canvas);
    }

    /** Returns the tabs of a channel. */
    public List<Canvas> of(String channelId) {
        return canvases.stream()
                .filter(canvas -> canvas.channelId().equals(channelId))
                .toList();
    }
}
