package dev.lifeline.sandbox.slack.workspace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What did Slack itself tell one person, such as that the app did not answer in time? */
public final class SlackbotNotices {

    /** One such telling; without a channel it is seen wherever the person is. */
    public record Notice(String userId, Optional<String> channelId, String ts, String text) {
        private Notice movedTo(String other) {
            return new Notice(userId, Optional.of(other), ts, text);
        }
    }

    private final List<Notice> all = new CopyOnWriteArrayList<>();
    private final TimestampClock clock;
    private final ChangeFeed changeFeed;

    public SlackbotNotices(TimestampClock clock, ChangeFeed changeFeed) {
        this.clock = clock;
        this.changeFeed = changeFeed;
    }

    public void add(String person, Optional<String> channel, String text) {
        all.add(new Notice(person, channel, clock.nextTs(), text));
        channel.ifPresentOrElse(changeFeed::channelChanged, changeFeed::workspaceChanged);
    }

    /** The channel has another id now. */
    void moveChannel(String channel, String to) {
        all.replaceAll(notice -> notice.channelId().filter(channel::equals).isPresent() ? notice.movedTo(to) : notice);
    }

    public List<Notice> visibleTo(String person, Optional<String> channel) {
        return all.stream()
                .filter(notice -> notice.userId().equals(person))
                .filter(notice -> notice.channelId().isEmpty() || notice.channelId().equals(channel))
                .toList();
    }
}
