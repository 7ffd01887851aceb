package dev.lifeline.config;

import dev.lifeline.device.AccountName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting: its name, what it means, and its default in words. The table of settings is made from this. */
public enum SettingName {
    SLACK_BOT_TOKEN("bot token, `xoxb-…`", "", true),
    SLACK_APP_TOKEN("app-level token, `xapp-…`; turns Socket Mode on", "may be left out in HTTP mode", true),
    SLACK_SIGNING_SECRET("turns HTTP mode on: `POST /slack/events` on `LIFELINE_HTTP_PORT`", "off", true),
    SLACK_API_URL("Web API base", "`https://slack.com/api/`", false),
    SL_USERNAME("the provider user that the bot works as", "", false, Scope.ACCOUNT),
    SL_API_KEY("that user's API key", "", true, Scope.ACCOUNT),
    SL_ENDPOINT_URL("REST base of the provider", "`https://api.softlayer.com/rest/v3.1/`", false, Scope.ACCOUNT),
    IBMCLOUD_IAM_API_ENDPOINT(
            "IAM base, `https://iam.cloud.ibm.com`, to call the provider with bearer tokens; then `SL_USERNAME` is `apikey` and "
                    + "`SL_API_KEY` an IBM Cloud API key",
            "off: calls carry `SL_API_KEY` itself",
            false,
            Scope.ACCOUNT),
    LIFELINE_ACCOUNTS(
            "names of further accounts, separated by commas, whose settings bear the name at their end, such as `SL_API_KEY_LAB`: "
                    + "[accounts.md](accounts.md)",
            "none: one account",
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
            "this process's share of the provider's 50 calls a second: with several replicas, divide",
            "`40`",
            false,
            Scope.ACCOUNT),
    LIFELINE_RESCUE_IMAGE("disk image id for Windows guests", "found by name", false, Scope.ACCOUNT),
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
    static final String FILE_SUFFIX = "_FILE";

    private final String meaning;
    private final String defaultValue;
    private final boolean secret;
    private final Scope scope;

    SettingName(String meaning, String defaultValue, boolean secret) {
        this(meaning, defaultValue, secret, Scope.BOT);
    }

    SettingName(String meaning, String defaultValue, boolean secret, Scope scope) {
        this.meaning = meaning;
        this.defaultValue = defaultValue;
        this.secret = secret;
        this.scope = scope;
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

    /** The text with the names of the settings of an account in the place of those of the main one. */
    public static String inTermsOf(AccountName account, String text) {
        String renamed = text;
        for (SettingName setting : ofAccounts())
            renamed = renamed.replaceAll("\\b" + setting.name() + "\\b", setting.nameFor(account));
        return renamed;
    }

    /** The settings that each account of the provider has. */
    static List<SettingName> ofAccounts() {
        return Arrays.stream(values())
                .filter(setting -> setting.scope == Scope.ACCOUNT)
                .toList();
    }

    /** The name of the setting of an account other than the main one. */
    String nameFor(AccountName account) {
        return account.isMain()
                ? name()
                : name() + "_" + account.value().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What a setting is of. */
    private enum Scope {
        BOT,
        ACCOUNT
    }
}
