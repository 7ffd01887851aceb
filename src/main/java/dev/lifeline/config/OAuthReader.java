package dev.lifeline.config;

import dev.lifeline.config.Settings.OAuth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the settings of installations by OAuth; they are off where no workspace may install the bot. Not thread-safe. */
final class OAuthReader {

    private static final String WORKSPACES = "LIFELINE_INSTALL_WORKSPACES";

    /** 32 bytes in base64, once or several times. */
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9+/]{43}=(?:\\s*,\\s*[A-Za-z0-9+/]{43}=)*");

    private final SettingsValidator validator;

    OAuthReader(SettingsValidator validator) {
        this.validator = validator;
    }

    Optional<OAuth> read() {
        Set<String> workspaces =
                validator.ids(WORKSPACES, SettingsReader.TEAM_ID, "team ids such as T0123ABCD, separated by commas");
        if (workspaces.isEmpty()) return Optional.empty();
        if (validator.orDefault("LIFELINE_PUBLIC_URL", "").isEmpty())
            validator.addProblem("LIFELINE_PUBLIC_URL is missing: " + WORKSPACES
                    + " needs the address at which browsers reach the bot's pages");
        String clientId = validator.required(
                "SLACK_CLIENT_ID",
                SettingsReader.NON_EMPTY,
                "the app's client id, from its \"Basic Information\" page");
        String clientSecret = validator.required(
                "SLACK_CLIENT_SECRET",
                SettingsReader.NON_EMPTY,
                "the app's client secret, from its \"Basic Information\" page");
        String keys = validator.required(
                "LIFELINE_ENCRYPTION_KEY", KEYS, "32 random bytes in base64, such as `openssl rand -base64 32` makes");
        return Optional.of(new OAuth(clientId, clientSecret, Arrays.asList(keys.split("\\s*,\\s*")), workspaces));
    }
}
