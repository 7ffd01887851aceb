package dev.lifeline.sandbox.slack.world;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What did Slack itself tell one person, such as that the app did not answer in time? */
public final class Notices {

    /** One such telling; without a channel it is seen wherever the person is. */
    public record Notice(String person, Optional<String> channel, String ts, String text) {
        private Notice in(String other) {
            return new Notice(person, Optional.of(other), ts, text);
        }
    }

    private final List<Notice> all = new CopyOnWriteArrayList<>();
    private final Clockwork clock;
    private final Changes changes;

    public Notices(Clockwork clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    public void tell(String person, Optional<String> channel, String text) {
        all.add(new Notice(person, channel, clock.nextTs(), text));
        channel.ifPresentOrElse(changes::in, changes::elsewhere);
    }

    /** The channel has another id now. */
    void move(String channel, String to) {
        all.replaceAll(notice -> notice.channel().filter(channel::equals).isPresent() ? notice.in(to) : notice);
    }

    public List<Notice> to(String person, Optional<String> channel) {
        return all.stream()
                .filter(notice -> notice.person().equals(person))
                .filter(notice -> notice.channel().isEmpty() || notice.channel().equals(channel))
                .toList();
    }
}
