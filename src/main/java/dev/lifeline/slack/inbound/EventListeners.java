package dev.lifeline.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.slack.home.HomePublisher;
import dev.lifeline.slack.webapi.ScopedId;
import dev.lifeline.slack.webapi.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the bot's listeners of events with Bolt. Thread-safe. */
public final class EventListeners {

    static final List<String> EVENT_TYPES = List.of(
            AppMentionEvent.TYPE_NAME,
            AppHomeOpenedEvent.TYPE_NAME,
            AppUninstalledEvent.TYPE_NAME,
            TokensRevokedEvent.TYPE_NAME,
            ChannelIdChangedEvent.TYPE_NAME);

    private static final String HOME_TAB = "home";

    private static final Logger LOG = LoggerFactory.getLogger(EventListeners.class);

    /** How long after it was written a mention can be corrected. */
    private static final Duration MAX_CORRECTION_AGE = Duration.ofHours(1);

    private final InboundStorage storage;
    private final InteractionMapper interactionMapper;
    private final Workspaces workspaces;
    private final HomePublisher homePublisher;

    public EventListeners(
            InboundStorage storage,
            InteractionMapper interactionMapper,
            Workspaces workspaces,
            HomePublisher homePublisher) {
        this.storage = storage;
        this.interactionMapper = interactionMapper;
        this.workspaces = workspaces;
        this.homePublisher = homePublisher;
    }

    /** Registers every listener; called once. */
    public void register(App app) {
        app.event(AppMentionEvent.class, this::onMention);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            onHomeOpened(payload.getEvent());
            return context.ack();
        });
        app.event(AppUninstalledEvent.class, (payload, context) -> {
            String workspace = workspace(payload.getTeamId());
            workspaces.suspect(workspace);
            LOG.error("App uninstalled from the workspace {}: install it again", workspace);
            return context.ack();
        });
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            String workspace = workspace(payload.getTeamId());
            workspaces.suspect(workspace);
            LOG.error(
                    "Slack tokens revoked: install the app again{}",
                    workspace.equals(ScopedId.HOME)
                            ? " and set the new SLACK_BOT_TOKEN"
                            : " in workspace " + workspace + ", unless only people's own tokens were meant");
            return context.ack();
        });
        app.event(ChannelIdChangedEvent.class, (payload, context) -> {
            onChannelIdChanged(payload.getEvent());
            return context.ack();
        });
    }

    private static String workspace(@Nullable String teamId) {
        return ScopedId.workspace(InteractionMapper.orEmpty(teamId));
    }

    /** The Messages tab is opened with the same event. */
    private void onHomeOpened(AppHomeOpenedEvent opened) {
        if (HOME_TAB.equals(opened.getTab())) homePublisher.onOpened(new SlackUserId(opened.getUser()));
    }

    private void onChannelIdChanged(ChannelIdChangedEvent change) {
        ChannelId from = new ChannelId(change.getOldChannelId());
        ChannelId to = new ChannelId(change.getNewChannelId());
        LOG.warn("Channel id changed from {} to {}: the channel was shared with another organization", from, to);
        storage.addRedirect(from, to);
    }

    /** A message that is edited long after is put right for its readers, and asks for nothing any more. */
    private static boolean isLateEdit(AppMentionEvent mention) {
        if (mention.getEdited() == null) return false;
        Optional<Instant> latest =
                SlackTimestamp.parse(mention.getTs()).map(written -> written.plus(MAX_CORRECTION_AGE));
        return SlackTimestamp.parse(mention.getEdited().getTs())
                .filter(edited -> latest.filter(edited::isAfter).isPresent())
                .isPresent();
    }

    /** Ignores mentions by bots, because two bots that answer each other never stop. */
    private Response onMention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent mention = payload.getEvent();
        boolean fromUser = mention.getUser() != null && mention.getBotId() == null;
        String workspace = ScopedId.workspace(mention.getChannel());
        String bot = ScopedId.of(workspace, workspaces.identity(workspace).botUserId());
        if (fromUser && !isLateEdit(mention)) storage.add(interactionMapper.fromMention(mention, bot));
        return context.ack();
    }
}
