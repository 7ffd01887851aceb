package dev.lifeline.handler;

import dev.lifeline.access.AccessDecision;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.context.UserLocales;
import dev.lifeline.handler.inbox.HomeTab;
import dev.lifeline.handler.query.HomeContent;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.DenialMessages;
import dev.lifeline.rescue.RequestId;
import java.util.Optional;
import java.util.function.Function;

/** The Home tab of a person, by what is remembered of them; a person who is not served gets one sentence. */
public final class CachedHomeTab implements HomeTab {

    private final CallerCache callerCache;
    private final HomeContent content;
    private final UserLocales locales;

    public CachedHomeTab(CallerCache callerCache, HomeContent content, UserLocales locales) {
        this.callerCache = callerCache;
        this.content = content;
        this.locales = locales;
    }

    @Override
    public Home compose(SlackUserId user, Function<RequestId, Optional<String>> statusLinks) {
        AccessDecision decision = callerCache.identifyCached(user);
        return decision instanceof AccessDecision.Allowed allowed
                ? new Home(content.compose(allowed, statusLinks), true)
                : new Home(denied(user, decision.firstDenialReason().orElseThrow()), false);
    }

    private Message denied(SlackUserId user, DenialReason reason) {
        return Message.of(DenialMessages.in(locales.find(user)).denial(reason));
    }
}
