package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.workspace.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** The checks of a manifest, with Slack's limits in characters (src/docs/platform/slack.md, section Sizes). */
final class ManifestValidation {

    private static final int MAX_COMMANDS = 50;
    private static final int MAX_COMMAND_CHARS = 32;
    private static final int MAX_DESCRIPTION_CHARS = 2_000;
    private static final int MAX_USAGE_HINT_CHARS = 1_000;
    private static final int MAX_SHORTCUTS = 10;
    private static final int MAX_SHORTCUT_NAME_CHARS = 24;
    private static final int MAX_CALLBACK_ID_CHARS = 255;

    private ManifestValidation() {}

    /** Returns the first problem, or empty where Slack would accept the manifest. */
    static Optional<String> validationError(Manifest manifest) {
        List<Manifest.SlashCommand> slashCommands = manifest.commands();
        List<Manifest.Shortcut> shortcuts = manifest.shortcuts();
        if (slashCommands.size() > MAX_COMMANDS) return Optional.of("an app has at most 50 commands");
        if (shortcuts.size() > MAX_SHORTCUTS) return Optional.of("an app has at most 10 shortcuts");
        return firstInvalid(slashCommands, item -> !item.command().matches("/\\S+"), "a command is a slash and a word")
                .or(() -> tooLong(slashCommands, item -> item.command().length(), MAX_COMMAND_CHARS, "a command"))
                .or(() -> tooLong(slashCommands, item -> item.description().length(), MAX_DESCRIPTION_CHARS, "a command's description"))
                .or(() -> tooLong(slashCommands, item -> item.usageHint().length(), MAX_USAGE_HINT_CHARS, "a usage hint"))
                .or(() -> tooLong(shortcuts, item -> item.name().length(), MAX_SHORTCUT_NAME_CHARS, "a shortcut's name"))
                .or(() -> tooLong(shortcuts, item -> item.callbackId().length(), MAX_CALLBACK_ID_CHARS, "a callback id"));
    }

    private static <T> Optional<String> tooLong(List<T> all, ToIntFunction<T> length, int maxChars, String subject) {
        return firstInvalid(all, item -> length.applyAsInt(item) > maxChars, subject + " has at most " + maxChars + " characters");
    }

    private static <T> Optional<String> firstInvalid(List<T> all, Predicate<T> isInvalid, String error) {
        return all.stream().filter(isInvalid).findFirst().map(any -> error);
    }
}
