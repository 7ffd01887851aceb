package dev.lifeline.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every setting: its name, what it means, and its default in words. The table of settings is made from this. */
public enum SettingName {
    SLACK_BOT_TOKEN("bot token, `xoxb-…`", "", true),
    SLACK_APP_TOKEN("app-level token, `xapp-…`; turns Socket Mode on", "may be left out in HTTP mode", true),
    SLACK_SIGNING_SECRET("turns HTTP mode on: `POST /slack/events` on `LIFELINE_HTTP_PORT`", "off", true),
    SLACK_API_URL("Web API base", "`https://slack.com/api/`", false),
    SL_USERNAME("the provider user that the bot works as", "", false),
    SL_API_KEY("that user's API key", "", true),
    SL_ENDPOINT_URL("REST base of the provider", "`https://api.softlayer.com/rest/v3.1/`", false),
    IBMCLOUD_IAM_API_ENDPOINT(
            "IAM base, `https://iam.cloud.ibm.com`, to call the provider with bearer tokens; then `SL_USERNAME` is `apikey` and "
                    + "`SL_API_KEY` an IBM Cloud API key",
            "off: calls carry `SL_API_KEY` itself",
            false),
    HTTPS_PROXY(
            "HTTP proxy for all calls to Slack and the provider, `http://USER:PASSWORD@HOST:PORT`, user and password percent-encoded where "
                    + "it asks for them; in the environment `https_proxy` too. Probes of devices by SSH and RDP never go through it",
            "none",
            true),
    NO_PROXY(
            "hosts that are called without it, separated by commas: `.example.com` with all below, `HOST:PORT`, an address, or `*`; ranges "
                    + "of addresses are not read. In the environment `no_proxy` too",
            "this machine only",
            false),
    LIFELINE_CALLS_PER_SECOND(
            "this process's share of the provider's 50 calls a second: with several replicas, divide", "`40`", false),
    LIFELINE_RESCUE_IMAGE("disk image id for Windows guests", "found by name", false),
    LIFELINE_DATABASE_URL(
            "JDBC URL, SQLite or PostgreSQL; it may hold a password", "`jdbc:sqlite:lifeline-data/lifeline.db`", true),
    LIFELINE_HTTP_HOST("the address to listen on", "`127.0.0.1`", false),
    LIFELINE_HTTP_PORT("`/health/live`, `/health/ready`, `/metrics`, `/link/…`, HTTP mode", "`3000`", false),
    LIFELINE_HEALTH_PORT(
            "a port of its own for health and metrics, which the port above then no longer serves",
            "the port above",
            false),
    LIFELINE_SSH_PORT("the port at which the bot probes a Linux device to see whether it is up", "`22`", false),
    LIFELINE_RDP_PORT("the same for a Windows device", "`3389`", false),
    LIFELINE_LANGUAGE(
            "language of the messages that a whole channel sees; what one user sees is in that user's Slack language",
            "`en`",
            false),
    LIFELINE_LOG_FORMAT("`plain` or `json`, one object a line", "`plain`", false),
    LIFELINE_POLICY("a file with rules for approvals: [policy.md](policy.md)", "none: the permission decides", false),
    LIFELINE_WEBHOOK_SECRET(
            "the secret with which calls of a policy's webhooks are signed, 24 characters or more, or `whsec_` and Base64: [policy.md](policy.md)",
            "none: a policy names no webhook",
            true),
    LIFELINE_PUBLIC_URL(
            "URL at which browsers reach `LIFELINE_HTTP_PORT`, for the pages of `/rescue link`; https, unless it is this machine",
            "`http://localhost:PORT`",
            false),
    LIFELINE_CHANNELS("ids of the channels that are served, separated by commas", "all that the bot is in", false),
    LIFELINE_WORKSPACES("team ids of the Grid's workspaces whose members are served", "its own", false),
    LIFELINE_INSTALL_WORKSPACES(
            "team ids of further workspaces that may install the bot at `LIFELINE_PUBLIC_URL/slack/install`; needs the next three: "
                    + "[workspaces.md](workspaces.md)",
            "none: the bot serves the workspace of its token",
            false),
    SLACK_CLIENT_ID("the app's client id, for that", "none", false),
    SLACK_CLIENT_SECRET("the app's client secret, for that", "none", true),
    LIFELINE_ENCRYPTION_KEY(
            "the key with which the tokens of further workspaces are encrypted in the database: 32 random bytes in base64; while it is "
                    + "changed, the new and the old one, separated by a comma",
            "none",
            true);

    /** The name of the setting that holds the path of a file instead, as orchestrators mount secrets. */
    private static final String FILE_SUFFIX = "_FILE";

    /** A misspelt name differs by no more characters from the one that was meant. */
    private static final int MAX_EDITS = 2;

    private final String meaning;
    private final String defaultValue;
    private final boolean secret;

    SettingName(String meaning, String defaultValue, boolean secret) {
        this.meaning = meaning;
        this.defaultValue = defaultValue;
        this.secret = secret;
    }

    /** One sentence without a full stop, in Markdown. */
    public String meaning() {
        return meaning;
    }

    /** In Markdown; empty for a setting that has to be given. */
    public String defaultValue() {
        return defaultValue;
    }

    /** The setting with the path of a file that holds the value; only a secret has one. */
    public Optional<String> fileSetting() {
        return secret ? Optional.of(name() + FILE_SUFFIX) : Optional.empty();
    }

    /** The name in lower case, which programs read for proxies; empty for the bot's own settings. */
    Optional<String> lowerCaseName() {
        return this == HTTPS_PROXY || this == NO_PROXY
                ? Optional.of(name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The names of all settings, those with the path of a file among them. */
    static Set<String> all() {
        Set<String> names = new TreeSet<>();
        for (SettingName setting : values()) {
            names.add(setting.name());
            setting.fileSetting().ifPresent(names::add);
        }
        return names;
    }

    /** The known name that a misspelt one is nearest to; empty where none is near. */
    static Optional<String> nearestTo(String misspelt) {
        List<String> byDistance = all().stream()
                .sorted((one, other) -> Integer.compare(distance(misspelt, one), distance(misspelt, other)))
                .toList();
        return Optional.of(byDistance.get(0)).filter(name -> distance(misspelt, name) <= MAX_EDITS);
    }

    /** How many characters have to be inserted, removed or replaced (Levenshtein). */
    private static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_EDITS) return MAX_EDITS + 1;
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
