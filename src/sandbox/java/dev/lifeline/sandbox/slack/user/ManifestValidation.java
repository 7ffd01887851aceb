package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Would Slack take what an app registers? Lengths in characters (slack.md 4.1). */
final class ManifestValidation {

    private static final int MAX_COMMANDS = 50;
    private static final int MAX_COMMAND_CHARS = 32;
    private static final int MAX_DESCRIPTION_CHARS = 2_000;
    private static final int MAX_USAGE_HINT_CHARS = 1_000;
    private static final int MAX_SHORTCUTS = 10;
    private static final int MAX_SHORTCUT_NAME_CHARS = 24;
    private static final int MAX_CALLBACK_ID_CHARS = 255;

    private ManifestValidation() {}

    /** What Slack objects to first. */
    static Optional<String> validationError(Manifest manifest) {
        List<Manifest.SlashCommand> slashCommands = manifest.commands();
        List<Manifest.Shortcut> shortcuts = manifest.shortcuts();
        if (slashCommands.size() > MAX_COMMANDS) return Optional.of("an app has at most 50 commands");
        if (shortcuts.size() > MAX_SHORTCUTS) return Optional.of("an app has at most 10 shortcuts");
        return firstInvalid(slashCommands, one -> !one.command().matches("/\\S+"), "a command is a slash and a word")
                .or(() -> tooLong(slashCommands, one -> one.command().length(), MAX_COMMAND_CHARS, "a command"))
                .or(() -> tooLong(slashCommands, one -> one.description().length(), MAX_DESCRIPTION_CHARS, "a command's description"))
                .or(() -> tooLong(slashCommands, one -> one.usageHint().length(), MAX_USAGE_HINT_CHARS, "a usage hint"))
                .or(() -> tooLong(shortcuts, one -> one.name().length(), MAX_SHORTCUT_NAME_CHARS, "a shortcut's name"))
                .or(() -> tooLong(shortcuts, one -> one.callbackId().length(), MAX_CALLBACK_ID_CHARS, "a callback id"));
    }

    private static <T> Optional<String> tooLong(List<T> all, ToIntFunction<T> length, int most, String what) {
        return firstInvalid(all, one -> length.applyAsInt(one) > most, what + " has at most " + most + " characters");
    }

    private static <T> Optional<String> firstInvalid(List<T> all, Predicate<T> wrong, String sentence) {
        return all.stream().filter(wrong).findFirst().map(any -> sentence);
    }
}
