package dev.lifeline.sandbox.slack.workspace;

import java.time.InstantSource;

/** Everything there is in the pretend workspace, and the one clock that all of it goes by. */
public record Workspace(InstalledApp app, Users users, Channels channels, VisibleState visibleState, TimestampClock clock) {

    /** What people see: messages, views and notices, and who is told when they change. */
    public record VisibleState(MessageLog messageLog, Views views, SlackbotNotices notices, ChangeFeed changes) {

        static VisibleState empty(TimestampClock clock) {
            ChangeFeed changeFeed = new ChangeFeed();
            return new VisibleState(
                    new MessageLog(clock, changeFeed), new Views(clock, changeFeed), new SlackbotNotices(clock, changeFeed), changeFeed);
        }

        private void moveChannel(String channel, String to) {
            messageLog.moveChannel(channel, to);
            notices.moveChannel(channel, to);
        }
    }

    /** The default world of design.md 3, with nothing said yet. */
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

    /** Shared with the partner from now on, with all that was said there, perhaps under another id. */
    public Channel shareChannel(Channel channel) {
        Channel shared = channels.share(channel);
        visibleState.moveChannel(channel.id(), shared.id());
        return shared;
    }

    public boolean isBotMember(Channel channel) {
        return channel.hasMember(app.ids().botUser());
    }
}
