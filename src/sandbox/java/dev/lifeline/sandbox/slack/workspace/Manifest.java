package dev.lifeline.sandbox.slack.workspace;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What did the app register: commands, shortcuts, events it listens to, and the scopes of its bot token? */
public record Manifest(List<SlashCommand> commands, List<Shortcut> shortcuts, Set<String> events, Set<String> scopes) {

    /** Of which scopes an event wants one; the others want none. */
    private static final Map<String, Set<String>> EVENT_SCOPES = Map.of(
            "app_mention", Set.of("app_mentions:read"),
            "channel_id_changed", Set.of("channels:read", "groups:read", "im:read", "mpim:read"),
            "message.channels", Set.of("channels:history"),
            "message.groups", Set.of("groups:history"),
            "message.im", Set.of("im:history"));

    /**
     * A slash command.
     *
     * @param shouldEscape whether people and channels in its text are sent as {@code <@U…|name>} (slack.md 4.6)
     */
    public record SlashCommand(String command, String description, String usageHint, boolean shouldEscape) {}

    /** A shortcut; type is {@code message} or {@code global}. */
    public record Shortcut(String callbackId, String name, String type) {}

    public Manifest {
        commands = List.copyOf(commands);
        shortcuts = List.copyOf(shortcuts);
        events = Set.copyOf(events);
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Whether the app is told of such events: it subscribed to them, and may hear them. */
    public boolean receivesEvent(String event) {
        Set<String> wanted = EVENT_SCOPES.getOrDefault(event, Set.of());
        boolean may = wanted.isEmpty() || wanted.stream().anyMatch(scopes::contains);
        return may && events.contains(event);
    }

    public Optional<SlashCommand> command(String name) {
        return commands.stream()
                .filter(slashCommand -> slashCommand.command().equals(name))
                .findFirst();
    }

    public Optional<Shortcut> shortcut(String callbackIdOrName) {
        return shortcuts.stream()
                .filter(one ->
                        one.callbackId().equals(callbackIdOrName) || one.name().equals(callbackIdOrName))
                .findFirst();
    }

    public Manifest withoutScope(String scope) {
        Set<String> fewer = new LinkedHashSet<>(scopes);
        fewer.remove(scope);
        return new Manifest(commands, shortcuts, events, fewer);
    }
}
