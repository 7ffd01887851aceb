package dev.lifeline.config;

import java.util.List;

/** Settings are missing or invalid. The message lists every problem. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
        super(message(problems));
    }

    private static String message(List<String> problems) {
        String count = problems.size() == 1 ? "1 setting is" : problems.size() + " settings are";
        return count + " missing or wrong:\n  " + String.join("\n  ", problems)
                + "\nSet them in the environment, or in the file given with --config. src/docs/settings.md lists them all.";
    }
}
