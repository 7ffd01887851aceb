package dev.lifeline.sandbox.slack.workspace;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The app's manifest: commands, shortcuts, subscribed events, and the scopes of its bot token. */
public record Manifest(List<SlashCommand> commands, List<Shortcut> shortcuts, Set<String> events, Set<String> scopes) {

    /** The scopes of which an event needs one; other events need none. */
    private static final Map<String, Set<String>> EVENT_SCOPES = Map.of(
            "app_mention", Set.of("app_mentions:read"),
            "channel_id_changed", Set.of("channels:read", "groups:read", "im:read", "mpim:read"),
            "message.channels", Set.of("channels:history"),
            "message.groups", Set.of("groups:history"),
            "message.im", Set.of("im:history"));

    /**
     * A slash command.
     *
     * @param shouldEscape whether users and channels in its text are sent as {@code <@U…|name>} (src/docs/platform/slack.md,
     *     section Threads, updates, formatting)
     */
    public record SlashCommand(String command, String description, String usageHint, boolean shouldEscape) {}

    /** A shortcut; its type is {@code message} or {@code global}. */
    public record Shortcut(String callbackId, String name, String type) {}

    public Manifest {
        commands = List.copyOf(commands);
        shortcuts = List.copyOf(shortcuts);
        events = Set.copyOf(events);
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Whether the app receives such events: it subscribed to them and has a scope for them. */
    public boolean receivesEvent(String event) {
        Set<String> needed = EVENT_SCOPES.getOrDefault(event, Set.of());
        boolean permitted = needed.isEmpty() || needed.stream().anyMatch(scopes::contains);
        return permitted && events.contains(event);
    }

    public Optional<SlashCommand> command(String name) {
        return commands.stream()
                .filter(slashCommand -> slashCommand.command().equals(name))
                .findFirst();
    }

    public Optional<Shortcut> shortcut(String callbackIdOrName) {
        return shortcuts.stream()
                .filter(shortcut ->
                        shortcut.callbackId().equals(callbackIdOrName) || shortcut.name().equals(callbackIdOrName))
                .findFirst();
    }

    public Manifest withoutScope(String scope) {
        Set<String> remaining = new LinkedHashSet<>(scopes);
        remaining.remove(scope);
        return new Manifest(commands, shortcuts, events, remaining);
    }
}
