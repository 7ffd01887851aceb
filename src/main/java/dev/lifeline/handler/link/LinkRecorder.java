package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import java.time.InstantSource;
import java.util.Map;

/** Saves a link between a Slack user and a cloud user together with its audit entry. */
public final class LinkRecorder {

    private final AccountLinks accountLinks;
    private final TransitionRecorder recorder;
    private final InstantSource clock;

    public LinkRecorder(AccountLinks accountLinks, TransitionRecorder recorder, InstantSource clock) {
        this.accountLinks = accountLinks;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** A link by an API key that the user showed. */
    Effects linkedByKey(SlackUser slackUser, CloudUser user) {
        Actor actor = new Actor(slackUser.id().value(), user.username());
        return () -> {
            accountLinks.save(AccountLink.verified(slackUser, user.id(), clock.instant()));
            recorder.recordAction("linked", actor, Map.of("method", "api_key"));
        };
    }

    /** A link that a user manager assigned. */
    Effects assigned(Caller manager, SlackUser slackUser, CloudUser user) {
        Map<String, String> details = Map.of("person", slackUser.id().value(), "to", user.username());
        return () -> {
            accountLinks.save(AccountLink.assigned(
                    slackUser, user.id(), manager.slackUser().id(), clock.instant()));
            recorder.recordAction("bound", manager.actor(), details);
        };
    }

    /** The end of a link. */
    Effects unlinked(AccountLink accountLink, SlackUserId by, Actor actor) {
        Map<String, String> details = Map.of(
                "person", accountLink.slackUserId().value(),
                "from", accountLink.cloudUserId().toString());
        return () -> {
            accountLinks.save(accountLink.unlinked(by, clock.instant()));
            recorder.recordAction("unlinked", actor, details);
        };
    }
}
