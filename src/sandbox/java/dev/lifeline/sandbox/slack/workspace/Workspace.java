package dev.lifeline.sandbox.slack.workspace;

import java.time.InstantSource;

/** The state of the fake workspace, and the one clock that it uses. */
public record Workspace(InstalledApp app, Users users, Channels channels, VisibleState visibleState, TimestampClock clock) {

    /** What users see: messages, views and notices, and the feed of their changes. */
    public record VisibleState(
            MessageLog messageLog, Views views, SlackbotNotices notices, Canvases canvases, ChangeFeed changes) {

        static VisibleState empty(TimestampClock clock) {
            ChangeFeed changeFeed = new ChangeFeed();
            return new VisibleState(
                    new MessageLog(clock, changeFeed),
                    new Views(clock, changeFeed),
                    new SlackbotNotices(clock, changeFeed),
                    new Canvases(changeFeed),
                    changeFeed);
        }

        private void moveChannel(String channel, String newId) {
            messageLog.moveChannel(channel, newId);
            notices.moveChannel(channel, newId);
            canvases.moveChannel(channel, newId);
        }
    }

    /** Returns the default workspace, without messages. */
    public static Workspace createDefault(InstantSource time) {
        TimestampClock clock = new TimestampClock(time);
        InstalledApp app = DefaultWorkspace.app();
        Channels channels = new Channels(DefaultWorkspace.channels(), app.ids().botUser());
        return new Workspace(app, DefaultWorkspace.users(), channels, VisibleState.empty(clock), clock);
    }

    public MessageLog messageLog() {
        return visibleState.messageLog();
    }

    public Views views() {
        return visibleState.views();
    }

    public Canvases canvases() {
        return visibleState.canvases();
    }

    /** Shares a channel with the partner, messages included, perhaps under another id. */
    public Channel shareChannel(Channel channel) {
        Channel shared = channels.share(channel);
        visibleState.moveChannel(channel.id(), shared.id());
        return shared;
    }

    /** Whether a user belongs to another workspace. */
    public boolean isExternal(User user) {
        return !user.membership().teamId().equals(app.team().id());
    }

    public boolean isBotMember(Channel channel) {
        return channel.hasMember(app.ids().botUser());
    }
}
