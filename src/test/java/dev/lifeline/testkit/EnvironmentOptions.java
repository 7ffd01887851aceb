package dev.lifeline.testkit;

import dev.lifeline.cli.SandboxSettings;
import dev.lifeline.config.Settings;
import dev.lifeline.config.Settings.ServiceScope;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Ports;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.transport.HttpProxies;
import dev.lifeline.transport.HttpProxy;
import dev.lifeline.transport.NoProxyRules;
import dev.lifeline.workflow.PollIntervals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link BotEnvironment} differs from one in which provider minutes pass in seconds.
 *
 * @param withRestarts the bot is restarted before each action
 * @param withoutDeviceAccess the bot probes ports where nothing listens
 * @param retryInterval until what a busy provider postponed is tried again
 * @param proxy through which both platforms are reached
 * @param locale of what a whole channel reads
 * @param eventsPerHour how many events Slack delivers within an hour
 * @param lab a second account
 */
public record EnvironmentOptions(
        boolean withRestarts,
        boolean withoutDeviceAccess,
        Optional<String> policy,
        ServiceScope servedChannels,
        Duration retryInterval,
        Optional<HttpProxy> proxy,
        Locale locale,
        int eventsPerHour,
        Optional<FakeSoftLayer> lab) {

    static final EnvironmentOptions DEFAULT = new EnvironmentOptions(
            false,
            false,
            Optional.empty(),
            ServiceScope.UNRESTRICTED,
            Duration.ofSeconds(1),
            Optional.empty(),
            Locale.ENGLISH,
            SlackOptions.EVENTS_PER_HOUR,
            Optional.empty());

    private static final AccountName LAB = new AccountName("lab");

    /** Enough devices that two of them share a host name. */
    private static final int EXTRA_DEVICES = 4;

    private static final Ports UNUSED_PORTS = new Ports(1, 1);

    static final double PROVIDER_SPEED = 60;

    /** For whole rescues of every kind of device: bare metal takes ten provider minutes, and refuses power commands for twenty. */
    private static final double WHOLE_RESCUE_SPEED = 150;

    EnvironmentOptions restarted() {
        return new EnvironmentOptions(
                true, withoutDeviceAccess, policy, servedChannels, retryInterval, proxy, locale, eventsPerHour, lab);
    }

    EnvironmentOptions unreachableDevices() {
        return new EnvironmentOptions(
                withRestarts, true, policy, servedChannels, retryInterval, proxy, locale, eventsPerHour, lab);
    }

    EnvironmentOptions policy(String text) {
        return new EnvironmentOptions(
                withRestarts,
                withoutDeviceAccess,
                Optional.of(text),
                servedChannels,
                retryInterval,
                proxy,
                locale,
                eventsPerHour,
                lab);
    }

    EnvironmentOptions serving(ServiceScope channels) {
        return new EnvironmentOptions(
                withRestarts, withoutDeviceAccess, policy, channels, retryInterval, proxy, locale, eventsPerHour, lab);
    }

    EnvironmentOptions retryInterval(Duration interval) {
        return new EnvironmentOptions(
                withRestarts, withoutDeviceAccess, policy, servedChannels, interval, proxy, locale, eventsPerHour, lab);
    }

    EnvironmentOptions behind(HttpProxy httpProxy) {
        return new EnvironmentOptions(
                withRestarts,
                withoutDeviceAccess,
                policy,
                servedChannels,
                retryInterval,
                Optional.of(httpProxy),
                locale,
                eventsPerHour,
                lab);
    }

    EnvironmentOptions speaking(Locale workspaceLocale) {
        return new EnvironmentOptions(
                withRestarts,
                withoutDeviceAccess,
                policy,
                servedChannels,
                retryInterval,
                proxy,
                workspaceLocale,
                eventsPerHour,
                lab);
    }

    EnvironmentOptions eventsPerHour(int events) {
        return new EnvironmentOptions(
                withRestarts, withoutDeviceAccess, policy, servedChannels, retryInterval, proxy, locale, events, lab);
    }

    /** A bot with this policy that serves a second account, too. */
    public static BotEnvironment startWith(String policy, FakeSoftLayer lab) {
        EnvironmentOptions options = policy.isEmpty() ? DEFAULT : DEFAULT.policy(policy);
        return new BotEnvironment(new EnvironmentOptions(
                options.withRestarts,
                options.withoutDeviceAccess,
                options.policy,
                options.servedChannels,
                options.retryInterval,
                options.proxy,
                options.locale,
                options.eventsPerHour,
                Optional.of(lab)));
    }

    /** Devices of both accounts answer on one port, each at its own address. */
    FakeSoftLayerOptions softLayerOptions() {
        return FakeSoftLayerOptions.defaultsOnPort(0)
                .withSpeed(providerSpeed())
                .withGeneratedDevices(EXTRA_DEVICES)
                .withSshPort(lab.map(FakeSoftLayer::sshPort).orElse(0))
                .withRdpPort(lab.map(FakeSoftLayer::rdpPort).orElse(0));
    }

    Map<AccountName, Settings.SoftLayer> namedAccounts() {
        return lab.map(fake -> Map.of(LAB, SandboxSettings.softLayer(fake))).orElseGet(Map::of);
    }

    /** A bot with this policy whose channels read this language. */
    public static BotEnvironment startWith(String policy, Locale language) {
        return new BotEnvironment(DEFAULT.policy(policy).speaking(language));
    }

    /** A bot to which Slack delivers so many events within an hour. */
    public static BotEnvironment startWithEventsPerHour(int events) {
        return new BotEnvironment(DEFAULT.eventsPerHour(events));
    }

    /** In the language of the workspace. */
    Settings.Server server(FakeSoftLayer fake, Path dataFolder, Optional<Path> policyFile) {
        Ports ports = withoutDeviceAccess ? UNUSED_PORTS : SandboxSettings.devicePorts(fake);
        Settings.Server server = SandboxSettings.server(dataFolder, ports, policyFile);
        return new Settings.Server(
                server.databaseUrl(),
                server.http(),
                server.devicePorts(),
                locale,
                server.policyFile(),
                Optional.empty(),
                server.webhookSecret());
    }

    /** Not at one of the addresses that are always called directly, where a proxy is in use. */
    SlackOptions slackOptions() {
        return SlackOptions.onPort(0)
                .withHost(proxy.isPresent() ? "0.0.0.0" : "127.0.0.1")
                .withEventsPerHour(eventsPerHour);
    }

    Settings.Slack slack(FakeSlack fake, DeliveryMode deliveryMode) {
        Settings.Slack slack = SandboxSettings.slack(
                fake,
                deliveryMode.secretFor(DeliveryMode.SOCKET, SandboxSettings.APP_TOKEN),
                deliveryMode.secretFor(DeliveryMode.HTTP, SandboxSettings.SIGNING_SECRET));
        return new Settings.Slack(slack.botToken(), slack.appToken(), slack.signingSecret(), slack.apiUrl(), proxies());
    }

    /** Behind a proxy the provider has a name that only the proxy can resolve. */
    Settings.SoftLayer softLayer(FakeSoftLayer fake) {
        Settings.SoftLayer classic = SandboxSettings.softLayer(fake);
        String endpoint = classic.endpointUrl().toString();
        return new Settings.SoftLayer(
                URI.create(proxy.isPresent() ? endpoint.replace("127.0.0.1", "classic.invalid") : endpoint),
                classic.username(),
                classic.apiKey(),
                classic.rescueImageId(),
                classic.iamUrl(),
                classic.callsPerSecond(),
                proxies());
    }

    private HttpProxies proxies() {
        return new HttpProxies(proxy, NoProxyRules.NONE);
    }

    double providerSpeed() {
        return withRestarts ? WHOLE_RESCUE_SPEED : PROVIDER_SPEED;
    }

    PollIntervals pollIntervals() {
        return new PollIntervals(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(1), retryInterval)
                .scaledForSandbox(providerSpeed());
    }

    RescueTimeouts timeouts() {
        return RescueTimeouts.DEFAULT.scaledForSandbox(providerSpeed());
    }
}
