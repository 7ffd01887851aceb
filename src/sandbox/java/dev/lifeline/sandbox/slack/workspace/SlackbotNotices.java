package dev.lifeline.sandbox.slack.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What Slack itself tells a user, such as that the app did not respond in time. Thread-safe. */
public final class SlackbotNotices {

    /** One notice; without a channel it is shown wherever the user is. */
    public record Notice(String userId, Optional<String> channelId, String ts, String text) {
        private Notice movedTo(String newChannelId) {
            return new Notice(userId, Optional.of(newChannelId), ts, text);
        }
    }

    private final List<Notice> all = new CopyOnWriteArrayList<>();
    private final TimestampClock clock;
    private final ChangeFeed changeFeed;

    public SlackbotNotices(TimestampClock clock, ChangeFeed changeFeed) {
        this.clock = clock;
        this.changeFeed = changeFeed;
    }

    public void add(String userId, Optional<String> channel, String text) {
        all.add(new Notice(userId, channel, clock.nextTs(), text));
        channel.ifPresentOrElse(changeFeed::channelChanged, changeFeed::workspaceChanged);
    }

    /** Moves the notices of a channel to its new id. */
    void moveChannel(String channel, String newId) {
        all.replaceAll(notice -> notice.channelId().filter(channel::equals).isPresent() ? notice.movedTo(newId) : notice);
    }

    public List<Notice> visibleTo(String userId, Optional<String> channel) {
        return all.stream()
                .filter(notice -> notice.userId().equals(userId))
                .filter(notice -> notice.channelId().isEmpty() || notice.channelId().equals(channel))
                .toList();
    }
}
