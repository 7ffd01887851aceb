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

    public static final Team DEFAULT_TEAM = new Team("T0LIFELINE", "Lifeline Sandbox", "lifeline-sandbox");

    /** Returns a workspace with the default people and channels, without messages. */
    public static Workspace createDefault(InstantSource time, Team team) {
        TimestampClock clock = new TimestampClock(time);
        InstalledApp app = DefaultWorkspace.app(team);
        Channels channels = new Channels(DefaultWorkspace.channels(), app.ids().botUser());
        return new Workspace(app, DefaultWorkspace.users(team), channels, VisibleState.empty(clock), clock);
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
