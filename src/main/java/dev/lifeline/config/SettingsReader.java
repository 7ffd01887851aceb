package dev.lifeline.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.lifeline.config.Settings.Account;
import dev.lifeline.config.Settings.Local;
import dev.lifeline.config.Settings.Served;
import dev.lifeline.config.Settings.Slack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What do the environment and the file say? The environment wins; the file is YAML with the same names. */
public final class SettingsReader {

    private static final Set<String> NAMES = Set.of(
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_API_URL",
            "SL_USERNAME",
            "SL_API_KEY",
            "SL_ENDPOINT_URL",
            "IBMCLOUD_IAM_API_ENDPOINT",
            "LIFELINE_CALLS_PER_SECOND",
            "LIFELINE_RESCUE_IMAGE",
            "LIFELINE_DATABASE_URL",
            "LIFELINE_HTTP_HOST",
            "LIFELINE_HTTP_PORT",
            "LIFELINE_SSH_PORT",
            "LIFELINE_RDP_PORT",
            "LIFELINE_LANGUAGE",
            "LIFELINE_PUBLIC_URL",
            "LIFELINE_CHANNELS",
            "LIFELINE_WORKSPACES",
            "LIFELINE_POLICY");

    private static final Pattern ANYTHING = Pattern.compile(".+");
    private static final Pattern BOT_TOKEN = Pattern.compile("xoxb-\\S{10,}");
    private static final Pattern APP_TOKEN = Pattern.compile("xapp-\\S{10,}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");
    private static final Pattern CHANNEL = Pattern.compile("[CDG][A-Z0-9]{2,40}");
    private static final Pattern TEAM = Pattern.compile("T[A-Z0-9]{2,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** The user name that goes with an IBM Cloud API key. */
    private static final String APIKEY = "apikey";
    /** The provider refuses more of one account. */
    private static final int MOST_CALLS = 50;

    private final Reading reading;

    private SettingsReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * Every setting that {@code serve} needs.
     *
     * @throws SettingsUnusable listing every problem
     */
    public static Settings read(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = of(environment, file);
        Settings settings = new Settings(reader.slack(), reader.account(), reader.local(), reader.served());
        reader.reading.finish();
        return settings;
    }

    /**
     * Only what it takes to ask the provider something.
     *
     * @throws SettingsUnusable listing every problem
     */
    public static Account account(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = of(environment, file);
        Account account = reader.account();
        reader.reading.finish();
        return account;
    }

    /**
     * Only what it takes to look into the database.
     *
     * @throws SettingsUnusable listing every problem
     */
    public static Local local(Map<String, String> environment, Optional<Path> file) {
        SettingsReader reader = of(environment, file);
        Local local = reader.local();
        reader.reading.finish();
        return local;
    }

    private static SettingsReader of(Map<String, String> environment, Optional<Path> file) {
        Map<String, String> values =
                new LinkedHashMap<>(file.map(SettingsReader::fileValues).orElse(Map.of()));
        Set<String> given = Set.copyOf(values.keySet());
        NAMES.stream().filter(environment::containsKey).forEach(name -> values.put(name, environment.get(name)));
        Reading reading = new Reading(values);
        reading.refuseUnknown(given, NAMES);
        return new SettingsReader(reading);
    }

    private static Map<String, String> fileValues(Path file) {
        try {
            if (!Files.isReadable(file)) throw new SettingsUnusable(List.of("--config " + file + " cannot be read"));
            return new YAMLMapper().readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
        } catch (IOException malformed) {
            throw new SettingsUnusable(List.of("--config " + file + " is not YAML of names and values"));
        }
    }

    private Slack slack() {
        String botToken = reading.required("SLACK_BOT_TOKEN", BOT_TOKEN, "the bot token, it begins with xoxb-");
        Optional<String> appToken = reading.optional(
                "SLACK_APP_TOKEN", APP_TOKEN, "the app-level token for Socket Mode, it begins with xapp-");
        reading.refuseBlank(
                "SLACK_SIGNING_SECRET", "anybody could forge requests; give the app's secret or leave it out");
        Optional<String> secret = reading.optional("SLACK_SIGNING_SECRET", ANYTHING, "the app's signing secret");
        if (reading.or("SLACK_APP_TOKEN", "").isEmpty()
                && reading.or("SLACK_SIGNING_SECRET", "").isEmpty())
            reading.problem(
                    "SLACK_APP_TOKEN is missing: it turns Socket Mode on (or SLACK_SIGNING_SECRET for HTTP mode)");
        return new Slack(botToken, appToken, secret, reading.address("SLACK_API_URL", "https://slack.com/api/"));
    }

    private Account account() {
        Optional<URI> iam = reading.address("IBMCLOUD_IAM_API_ENDPOINT");
        String username = reading.or("SL_USERNAME", APIKEY);
        if (iam.isPresent() && !username.equals(APIKEY))
            reading.problem("IBMCLOUD_IAM_API_ENDPOINT goes with an IBM Cloud API key: set SL_USERNAME to " + APIKEY
                    + " and SL_API_KEY to that key, or leave it out to use a classic key");
        return new Account(
                reading.address("SL_ENDPOINT_URL", "https://api.softlayer.com/rest/v3.1/"),
                reading.required("SL_USERNAME", ANYTHING, "the provider user that the bot works as"),
                reading.required("SL_API_KEY", ANYTHING, "that user's API key"),
                reading.optional("LIFELINE_RESCUE_IMAGE", NUMBER, "a disk image id, a number"),
                iam,
                reading.number("LIFELINE_CALLS_PER_SECOND", Account.USUAL_CALLS_PER_SECOND, MOST_CALLS));
    }

    private Local local() {
        Optional<Path> policy = reading.optional("LIFELINE_POLICY", ANYTHING, "the path of a policy file")
                .map(Path::of);
        policy.ifPresent(this::check);
        return new Local(
                reading.or("LIFELINE_DATABASE_URL", "jdbc:sqlite:lifeline-data/lifeline.db"),
                reading.or("LIFELINE_HTTP_HOST", "127.0.0.1"),
                reading.port("LIFELINE_HTTP_PORT", 3000),
                reading.port("LIFELINE_SSH_PORT", 22),
                reading.port("LIFELINE_RDP_PORT", 3389),
                Locale.forLanguageTag(reading.or("LIFELINE_LANGUAGE", "en")),
                policy);
    }

    private void check(Path policy) {
        try {
            PolicyFile.read(policy);
        } catch (PolicyUnusable mistaken) {
            mistaken.problems()
                    .forEach(problem -> reading.problem("LIFELINE_POLICY " + policy.getFileName() + " " + problem));
        }
    }

    private Served served() {
        Optional<URI> publicUrl = reading.address("LIFELINE_PUBLIC_URL");
        publicUrl
                .filter(url -> !safe(url))
                .ifPresent(url -> reading.problem("LIFELINE_PUBLIC_URL is not https: '" + url
                        + "'; people type API keys into its pages, so only an address of this machine may be http"));
        return new Served(
                publicUrl,
                reading.ids("LIFELINE_CHANNELS", CHANNEL, "channel ids such as C0123ABCD, separated by commas"),
                reading.ids("LIFELINE_WORKSPACES", TEAM, "team ids such as T0123ABCD, separated by commas"));
    }

    private static boolean safe(URI url) {
        return "https".equals(url.getScheme())
                || LOOPBACK.matcher(url.getHost()).matches();
    }
}
