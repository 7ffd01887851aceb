package dev.lifeline.handler.link;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.AccountLinks;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.StaleLinkException;
import dev.lifeline.device.AccountName;
import dev.lifeline.handler.context.Caller;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saves a link between a Slack user and a cloud user together with its audit entry. */
public final class LinkRecorder {

    private final AccountLinks accountLinks;
    private final TransitionRecorder recorder;
    private final PendingVotes pendingVotes;
    private final InstantSource clock;

    public LinkRecorder(
            AccountLinks accountLinks, TransitionRecorder recorder, PendingVotes pendingVotes, InstantSource clock) {
        this.accountLinks = accountLinks;
        this.pendingVotes = pendingVotes;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The Slack user's link in an account as it is now, also a revoked one: what a decision on a change of it has to rest on. */
    Optional<AccountLink> current(SlackUserId slackUserId, AccountName account) {
        return accountLinks.find(slackUserId, account);
    }

    /** The Slack user's active links in all accounts. */
    List<AccountLink> active(SlackUserId slackUserId) {
        return accountLinks.findAll(slackUserId).stream()
                .filter(AccountLink::isActive)
                .toList();
    }

    /** A link by an API key that the user showed; the approvals that waited for it are handled again. */
    Effects linkedByKey(SlackUser slackUser, CloudUser user) {
        Actor actor = new Actor(slackUser.id().value(), user.username());
        return () -> {
            save(AccountLink.verified(slackUser, user.id(), clock.instant()));
            recorder.recordAction("linked", actor, Map.of("method", "api_key"));
            pendingVotes.resume(slackUser.id());
        };
    }

    /**
     * A link that a user manager assigned.
     *
     * @param judged the Slack user's link that the decision rested on; where it is another one when the effects are applied,
     *     they throw {@link StaleLinkException}
     */
    Effects assigned(Caller manager, Optional<AccountLink> judged, SlackUser slackUser, CloudUser user) {
        Map<String, String> details = Map.of("person", slackUser.id().value(), "to", user.username());
        return () -> {
            requireUnchanged(slackUser.id(), user.id().account(), judged);
            save(AccountLink.assigned(slackUser, user.id(), manager.slackUser().id(), clock.instant()));
            recorder.recordAction("bound", manager.actor(), details);
        };
    }

    private void requireUnchanged(SlackUserId slackUserId, AccountName account, Optional<AccountLink> judged) {
        if (!accountLinks.find(slackUserId, account).equals(judged)) throw new StaleLinkException(slackUserId);
    }

    /** A proof of the cloud user that somebody is linked to already does not begin a new link. */
    private void save(AccountLink accountLink) {
        accountLinks.save(accountLink.succeeding(accountLinks.find(accountLink.slackUserId(), accountLink.account())));
    }

    /**
     * The end of a link.
     *
     * @param accountLink that the decision rested on; where it is another one when the effects are applied, they throw {@link
     *     StaleLinkException}
     */
    Effects unlinked(AccountLink accountLink, SlackUserId by, Actor actor) {
        Map<String, String> details = Map.of(
                "person", accountLink.slackUserId().value(),
                "from", accountLink.cloudUserId().toString());
        return () -> {
            requireUnchanged(accountLink.slackUserId(), accountLink.account(), Optional.of(accountLink));
            accountLinks.save(accountLink.unlinked(by, clock.instant()));
            recorder.recordAction("unlinked", actor, details);
        };
    }
}
