package dev.lifeline.handler.link;

import dev.lifeline.access.SlackUser;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.context.HandlerContext;
import dev.lifeline.handler.inbox.Interaction;
import dev.lifeline.message.reply.LinkReplies;
import dev.lifeline.recording.Actor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** {@code /rescue link}: an address where the person, known or not, shows which cloud user they are. Only they read it. */
public final class StartLinkHandler {

    static final Duration TOKEN_TTL = Duration.ofMinutes(10);

    private final HandlerContext context;

    public StartLinkHandler(HandlerContext context) {
        this.context = context;
    }

    public Effects handle(Interaction interaction, SlackUser slackUser) {
        return () -> {
            Instant until = context.clock().instant().plus(TOKEN_TTL);
            String code = context.linkServices().linkTokens().issue(slackUser.id(), until);
            URI address =
                    LinkPageHandler.pageUrl(context.servedChannels().baseUrl().get(), code);
            context.recorder()
                    .recordAction("link-offered", new Actor(slackUser.id().value(), ""), Map.of());
            context.reply(
                            interaction,
                            LinkReplies.in(slackUser.locale())
                                    .linkPageUrl(address, until))
                    .apply();
        };
    }
}
