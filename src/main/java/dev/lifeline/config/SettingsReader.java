package dev.lifeline.config;

import dev.lifeline.config.Settings.HttpBind;
import dev.lifeline.config.Settings.Server;
import dev.lifeline.config.Settings.ServiceScope;
import dev.lifeline.config.Settings.Slack;
import dev.lifeline.config.Settings.SoftLayer;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Ports;
import dev.lifeline.transport.HttpProxies;
import dev.lifeline.transport.HttpProxy;
import dev.lifeline.transport.NoProxyRules;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the settings from the environment and from a YAML file with the same names; the environment wins. Reports all problems at once. */
public final class SettingsReader {

    static final Pattern NON_EMPTY = Pattern.compile(".+");
    /** Any text, or {@code whsec_} and 24 bytes or more in Base64 (https://www.standardwebhooks.com). */
    private static final Pattern WEBHOOK_SECRET =
            Pattern.compile("(?!whsec_)\\S{24,}|whsec_([A-Za-z0-9+/]{4}){8,}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private static final Pattern LOG_FORMAT = Pattern.compile("plain|json");
    private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-\\S+");
    private static final Pattern APP_TOKEN = Pattern.compile("xapp-\\S+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");
    private static final Pattern CHANNEL_ID = Pattern.compile("(?:T[A-Z0-9]{2,40}/)?[CDG][A-Z0-9]{2,40}");
    static final Pattern TEAM_ID = Pattern.compile("T[A-Z0-9]{2,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** User name that goes with an IBM Cloud API key. */
    private static final String IAM_USERNAME = "apikey";
    /** Of a device; 0 is no port that one can listen on. */
    private static final int MAX_PORT = 65_535;

    /** The provider's limit for one account. */
    private static final int MAX_CALLS_PER_SECOND = 50;

    private final SettingsValidator validator;
    private final HttpProxies proxies;

    private SettingsReader(SettingsValidator validator) {
        this.validator = validator;
        this.proxies = readProxies();
    }

    /** The names of all settings. */
    public static Set<String> names() {
        return SettingKeys.of(List.of()).names();
    }

    /**
     * Reads every setting that {@code serve} needs.
     *
     * @throws InvalidSettingsException listing every problem
     */
    public static Settings read(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = create(environment, file);
        reader.validator.optional("LIFELINE_LOG_FORMAT", LOG_FORMAT, "plain or json");
        Settings settings = new Settings(
                reader.slack(),
                reader.softLayer(AccountName.MAIN),
                reader.server(),
                reader.scope(),
                reader.namedAccounts());
        reader.validator.throwIfInvalid();
        return settings;
    }

    /**
     * Reads only what a call of the provider needs, for each account, the main one first.
     *
     * @throws InvalidSettingsException listing every problem
     */
    public static Map<AccountName, SoftLayer> accounts(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = create(environment, file);
        Map<AccountName, SoftLayer> accounts =
                new LinkedHashMap<>(Map.of(AccountName.MAIN, reader.softLayer(AccountName.MAIN)));
        accounts.putAll(reader.namedAccounts());
        reader.validator.throwIfInvalid();
        return accounts;
    }

    /** How lines of the log look: {@code plain} or {@code json}; {@code plain} for anything else, which {@link #read} reports. */
    public static String logFormat(Map<String, String> environment, Optional<Path> file) {
        return SettingSources.read(environment, file)
                .values()
                .getOrDefault("LIFELINE_LOG_FORMAT", "plain")
                .strip();
    }

    /**
     * Reads only the settings of the bot's own side, the database among them.
     *
     * @throws InvalidSettingsException listing every problem
     */
    public static Server server(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = create(environment, file);
        Server server = reader.server();
        reader.validator.throwIfInvalid();
        return server;
    }

    private static SettingsReader create(Map<String, String> environment, Optional<Path> file) {
        SettingSources sources = SettingSources.read(environment, file);
        SettingsValidator settingsValidator = new SettingsValidator(sources.values());
        sources.problems().forEach(settingsValidator::addProblem);
        return new SettingsReader(settingsValidator);
    }

    private Slack slack() {
        String botToken = validator.required("SLACK_BOT_TOKEN", BOT_TOKEN, "the bot token, it begins with xoxb-");
        Optional<String> appToken = validator.optional(
                "SLACK_APP_TOKEN", APP_TOKEN, "the app-level token for Socket Mode, it begins with xapp-");
        validator.rejectBlank(
                "SLACK_SIGNING_SECRET", "anybody could forge requests; give the app's secret or leave it out");
        Optional<String> secret = validator.optional("SLACK_SIGNING_SECRET", NON_EMPTY, "the app's signing secret");
        if (validator.orDefault("SLACK_APP_TOKEN", "").isEmpty()
                && validator.orDefault("SLACK_SIGNING_SECRET", "").isEmpty())
            validator.addProblem(
                    "SLACK_APP_TOKEN is missing: it turns Socket Mode on (or SLACK_SIGNING_SECRET for HTTP mode)");
        return new Slack(
                botToken,
                appToken,
                secret,
                validator.httpUrl("SLACK_API_URL", "https://slack.com/api/"),
                proxies,
                new OAuthReader(validator).read());
    }

    private Map<AccountName, SoftLayer> namedAccounts() {
        String list = validator.orDefault(SettingName.LIFELINE_ACCOUNTS.name(), "");
        if (!list.isEmpty()) AccountNameCheck.problem(list).ifPresent(validator::addProblem);
        Map<AccountName, SoftLayer> accounts = new LinkedHashMap<>();
        SettingKeys.accounts(list).forEach(account -> accounts.put(account, softLayer(account)));
        return accounts;
    }

    private SoftLayer softLayer(AccountName account) {
        String iamEndpoint = SettingName.IBMCLOUD_IAM_API_ENDPOINT.nameFor(account);
        String username = SettingName.SL_USERNAME.nameFor(account);
        String apiKey = SettingName.SL_API_KEY.nameFor(account);
        Optional<URI> iam = validator.httpUrl(iamEndpoint);
        if (iam.isPresent() && !validator.orDefault(username, IAM_USERNAME).equals(IAM_USERNAME))
            validator.addProblem(iamEndpoint + " goes with an IBM Cloud API key: set " + username + " to "
                    + IAM_USERNAME + " and " + apiKey + " to that key, or leave it out to use a classic key");
        return new SoftLayer(
                validator.httpUrl(SettingName.SL_ENDPOINT_URL.nameFor(account), "https://api.softlayer.com/rest/v3.1/"),
                validator.required(username, NON_EMPTY, "the provider user that the bot works as" + in(account)),
                validator.required(apiKey, NON_EMPTY, "that user's API key"),
                validator.optional(
                        SettingName.LIFELINE_RESCUE_IMAGE.nameFor(account), NUMBER, "a disk image id, a number"),
                iam,
                validator.positiveInt(
                        SettingName.LIFELINE_CALLS_PER_SECOND.nameFor(account),
                        SoftLayer.DEFAULT_CALLS_PER_SECOND,
                        MAX_CALLS_PER_SECOND),
                proxies);
    }

    private static String in(AccountName account) {
        return account.isMain() ? "" : " in the account " + account;
    }

    /** A problem with the proxy is never told with its value, which may hold a password. */
    private HttpProxies readProxies() {
        String address = validator.orDefault("HTTPS_PROXY", "");
        Optional<HttpProxy> proxy = HttpProxy.parse(address);
        if (proxy.isEmpty() && !address.isEmpty())
            validator.addProblem(
                    "HTTPS_PROXY is not the address of an HTTP proxy, http://HOST:PORT, with USER:PASSWORD@ before the "
                            + "host where it asks for them, each percent-encoded");
        return new HttpProxies(proxy, NoProxyRules.parse(validator.orDefault("NO_PROXY", "")));
    }

    private Server server() {
        validator.rejectBlank("LIFELINE_POLICY", "nobody would have to approve; name a file or leave it out");
        validator.rejectBlank(
                "LIFELINE_DATABASE_URL", "another database than the one that was meant; give its URL or leave it out");
        Optional<Path> policy = policyPath();
        validator.rejectBlank("LIFELINE_WEBHOOK_SECRET", "anybody could forge a call; give a secret or leave it out");
        Optional<String> webhookSecret = validator.optional(
                "LIFELINE_WEBHOOK_SECRET",
                WEBHOOK_SECRET,
                "a secret of 24 characters or more, or whsec_ and 24 bytes or more in Base64");
        policy.ifPresent(this::checkPolicy);
        return new Server(
                validator.orDefault("LIFELINE_DATABASE_URL", "jdbc:sqlite:lifeline-data/lifeline.db"),
                new HttpBind(
                        validator.orDefault("LIFELINE_HTTP_HOST", "127.0.0.1"),
                        validator.port("LIFELINE_HTTP_PORT", 3000)),
                new Ports(
                        validator.positiveInt("LIFELINE_SSH_PORT", Ports.DEFAULT.ssh(), MAX_PORT),
                        validator.positiveInt("LIFELINE_RDP_PORT", Ports.DEFAULT.rdp(), MAX_PORT)),
                locale(),
                policy,
                validator.optionalPort("LIFELINE_HEALTH_PORT"),
                webhookSecret);
    }

    private Locale locale() {
        String language = validator.orDefault("LIFELINE_LANGUAGE", "en");
        Locale locale = Locale.forLanguageTag(language);
        if (locale.getLanguage().isEmpty())
            validator.addProblem("LIFELINE_LANGUAGE is no language such as en or it: '" + language + "'");
        return locale;
    }

    private Optional<Path> policyPath() {
        Optional<String> text = validator.optional("LIFELINE_POLICY", NON_EMPTY, "the path of a policy file");
        try {
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            validator.addProblem("LIFELINE_POLICY is no path that this system can have");
            return Optional.empty();
        }
    }

    private void checkPolicy(Path policy) {
        try {
            boolean signable =
                    !validator.orDefault("LIFELINE_WEBHOOK_SECRET", "").isEmpty();
            if (PolicyFile.read(policy).usesWebhook() && !signable)
                validator.addProblem(
                        "LIFELINE_WEBHOOK_SECRET is missing: the policy names a webhook, whose calls are signed with it");
        } catch (InvalidPolicyException e) {
            e.problems()
                    .forEach(
                            problem -> validator.addProblem("LIFELINE_POLICY " + policy.getFileName() + " " + problem));
        }
    }

    private ServiceScope scope() {
        Optional<URI> publicUrl = validator.httpUrl("LIFELINE_PUBLIC_URL");
        publicUrl
                .filter(url -> !isSecure(url))
                .ifPresent(url -> validator.addProblem("LIFELINE_PUBLIC_URL is not https: '" + url
                        + "'; people type API keys into its pages, so only an address of this machine may be http"));
        validator.rejectBlank("LIFELINE_CHANNELS", "every channel would be served; name some or leave it out");
        return new ServiceScope(
                publicUrl,
                validator.ids("LIFELINE_CHANNELS", CHANNEL_ID, "channel ids such as C0123ABCD, separated by commas"),
                validator.ids("LIFELINE_WORKSPACES", TEAM_ID, "team ids such as T0123ABCD, separated by commas"));
    }

    private static boolean isSecure(URI url) {
        return "https".equals(url.getScheme())
                || LOOPBACK.matcher(url.getHost()).matches();
    }
}
