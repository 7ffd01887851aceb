package dev.lifeline.sandbox.slack.world;

import java.time.InstantSource;

/** Everything there is in the pretend workspace, and the one clock that all of it goes by. */
public record Workspace(InstalledApp app, People people, Channels channels, Shown shown, Clockwork clock) {

    /** What people see: messages, views and notices, and who is told when they change. */
    public record Shown(Timeline timeline, Views views, Notices notices, Changes changes) {

        static Shown empty(Clockwork clock) {
            Changes changes = new Changes();
            return new Shown(
                    new Timeline(clock, changes), new Views(clock, changes), new Notices(clock, changes), changes);
        }

        private void move(String channel, String to) {
            timeline.move(channel, to);
            notices.move(channel, to);
        }
    }

    /** The default world of design.md 3, with nothing said yet. */
    public static Workspace byDefault(InstantSource time) {
        Clockwork clock = new Clockwork(time);
        InstalledApp app = DefaultWorld.app();
        Channels channels = new Channels(DefaultWorld.channels(), app.ids().botUser());
        return new Workspace(app, DefaultWorld.people(), channels, Shown.empty(clock), clock);
    }

    public Timeline timeline() {
        return shown.timeline();
    }

    public Views views() {
        return shown.views();
    }

    /** Shared with the partner from now on, with all that was said there, perhaps under another id. */
    public Channel share(Channel channel) {
        Channel shared = channels.share(channel);
        shown.move(channel.id(), shared.id());
        return shared;
    }

    public boolean botIsIn(Channel channel) {
        return channel.has(app.ids().botUser());
    }
}
