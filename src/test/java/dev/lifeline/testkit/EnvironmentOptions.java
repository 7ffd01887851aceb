package dev.lifeline.testkit;

import dev.lifeline.config.Settings.ServiceScope;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.workflow.PollIntervals;
import java.time.Duration;
import java.util.Optional;

/**
 * How a {@link BotEnvironment} differs from one in which provider minutes pass in seconds.
 *
 * @param withRestarts the bot is restarted before each action
 * @param withoutDeviceAccess the bot probes ports where nothing listens
 * @param retryInterval until what a busy provider postponed is tried again
 */
record EnvironmentOptions(
        boolean withRestarts,
        boolean withoutDeviceAccess,
        Optional<String> policy,
        ServiceScope servedChannels,
        Duration retryInterval) {

    static final EnvironmentOptions DEFAULT =
            new EnvironmentOptions(false, false, Optional.empty(), ServiceScope.UNRESTRICTED, Duration.ofSeconds(1));

    private static final double PROVIDER_SPEED = 60;

    /** For whole rescues of every kind of device: bare metal takes ten provider minutes, and refuses power commands for twenty. */
    private static final double WHOLE_RESCUE_SPEED = 150;

    EnvironmentOptions restarted() {
        return new EnvironmentOptions(true, withoutDeviceAccess, policy, servedChannels, retryInterval);
    }

    EnvironmentOptions unreachableDevices() {
        return new EnvironmentOptions(withRestarts, true, policy, servedChannels, retryInterval);
    }

    EnvironmentOptions policy(String text) {
        return new EnvironmentOptions(
                withRestarts, withoutDeviceAccess, Optional.of(text), servedChannels, retryInterval);
    }

    EnvironmentOptions serving(ServiceScope channels) {
        return new EnvironmentOptions(withRestarts, withoutDeviceAccess, policy, channels, retryInterval);
    }

    EnvironmentOptions retryInterval(Duration interval) {
        return new EnvironmentOptions(withRestarts, withoutDeviceAccess, policy, servedChannels, interval);
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
