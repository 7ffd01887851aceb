package dev.lifeline.handler.link;

import dev.lifeline.access.LinkTokens;
import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.LinkOffer;
import dev.lifeline.handler.context.Replies;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /rescue link}: issues a link token and tells the user, alone, the URL of the page on which they show an API key. */
public final class StartLinkHandler implements LinkOffer {

    static final Duration TOKEN_TTL = Duration.ofMinutes(10);

    private final LinkTokens linkTokens;
    private final Supplier<URI> baseUrl;
    private final TransitionRecorder recorder;
    private final Replies replies;
    private final InstantSource clock;

    /**
     * Creates the handler.
     *
     * @param baseUrl the base URL of the bot's pages as people reach it; known once the port is open
     */
    public StartLinkHandler(
            LinkTokens linkTokens,
            Supplier<URI> baseUrl,
            TransitionRecorder recorder,
            Replies replies,
            InstantSource clock) {
        this.linkTokens = linkTokens;
        this.baseUrl = baseUrl;
        this.recorder = recorder;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Issues a token when the effects are applied.
     *
     * @param slackUser a member of the workspace, with a cloud user or without
     */
    @Override
    public Effects handle(Interaction interaction, SlackUser slackUser) {
        return () -> {
            Instant until = clock.instant().plus(TOKEN_TTL);
            URI pageUrl = LinkPageHandler.pageUrl(baseUrl.get(), linkTokens.issue(slackUser.id(), until));
            recorder.recordAction("link-token-issued", new Actor(slackUser.id().value(), ""), Map.of());
            Message message = LinkReplies.in(slackUser.locale()).linkPageUrl(pageUrl, until);
            replies.reply(interaction, message).apply();
        };
    }
}
