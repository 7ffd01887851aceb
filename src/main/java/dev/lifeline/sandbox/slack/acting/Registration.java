package dev.lifeline.sandbox.slack.acting;

import dev.lifeline.sandbox.slack.world.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Would Slack take what an app registers? Lengths in characters (slack.md 4.1). */
final class Registration {

    private static final int COMMANDS = 50;
    private static final int COMMAND = 32;
    private static final int DESCRIPTION = 2_000;
    private static final int HINT = 1_000;
    private static final int SHORTCUTS = 10;
    private static final int SHORTCUT = 24;
    private static final int CALLBACK_ID = 255;

    private Registration() {}

    /** What Slack objects to first. */
    static Optional<String> objection(Manifest manifest) {
        List<Manifest.Command> commands = manifest.commands();
        List<Manifest.Shortcut> shortcuts = manifest.shortcuts();
        if (commands.size() > COMMANDS) return Optional.of("an app has at most 50 commands");
        if (shortcuts.size() > SHORTCUTS) return Optional.of("an app has at most 10 shortcuts");
        return first(commands, one -> !one.command().matches("/\\S+"), "a command is a slash and a word")
                .or(() -> longer(commands, one -> one.command().length(), COMMAND, "a command"))
                .or(() -> longer(commands, one -> one.description().length(), DESCRIPTION, "a command's description"))
                .or(() -> longer(commands, one -> one.usageHint().length(), HINT, "a usage hint"))
                .or(() -> longer(shortcuts, one -> one.name().length(), SHORTCUT, "a shortcut's name"))
                .or(() -> longer(shortcuts, one -> one.callbackId().length(), CALLBACK_ID, "a callback id"));
    }

    private static <T> Optional<String> longer(List<T> all, ToIntFunction<T> length, int most, String what) {
        return first(all, one -> length.applyAsInt(one) > most, what + " has at most " + most + " characters");
    }

    private static <T> Optional<String> first(List<T> all, Predicate<T> wrong, String sentence) {
        return all.stream().filter(wrong).findFirst().map(any -> sentence);
    }
}
