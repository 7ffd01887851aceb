package dev.lifeline.cli;

import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sandbox slack}, {@code sandbox classic}: runs one fake as a process of its own. */
@Command(
        name = "sandbox",
        description = "Runs one fake alone: a fake Slack, or a fake IBM Cloud Classic.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(slack | classic)")
final class SandboxCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) throw new ParameterException(spec.commandLine(), "Which one? slack or classic");
    }

    @Command(name = "slack", description = "A fake Slack.", mixinStandardHelpOptions = true)
    int slack(
            @Mixin ListenOptions listen,
            @Option(
                            names = "--request-url",
                            paramLabel = "URL",
                            description = "Where to deliver, signed, while no socket is open.")
                    @Nullable
                    URI requestUrl)
            throws Exception {
        SlackOptions local = SlackOptions.onPort(listen.port()).withHost(listen.host());
        SlackOptions options = requestUrl == null ? local : local.withRequestUrl(requestUrl);
        FakeSlack slack = FakeSlack.start(options);
        printLine("Fake Slack: " + slack.url() + "/ (Web API at " + slack.url() + "/api/)");
        ShutdownWaiter.awaitShutdown(slack);
        return 0;
    }

    @Command(name = "classic", description = "A fake IBM Cloud Classic.", mixinStandardHelpOptions = true)
    int classic(
            @Mixin ListenOptions listen,
            @Option(
                            names = "--speed",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "How many provider minutes pass in one. Default: ${DEFAULT-VALUE}")
                    double speed,
            @Option(
                            names = "--devices",
                            paramLabel = "N",
                            defaultValue = "0",
                            description =
                                    "How many devices to generate besides the default nine. Default: ${DEFAULT-VALUE}")
                    int devices,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}")
                    long seed,
            @Option(
                            names = "--ssh-port",
                            paramLabel = "PORT",
                            defaultValue = "2222",
                            description = "Where devices answer SSH; 0 takes a free one. Default: ${DEFAULT-VALUE}")
                    int sshPort,
            @Option(
                            names = "--rdp-port",
                            paramLabel = "PORT",
                            defaultValue = "33389",
                            description = "Where Windows devices answer; 0 takes a free one. Default: ${DEFAULT-VALUE}")
                    int rdpPort,
            @Option(names = "--second-account", description = "The same devices at other addresses, and other people.")
                    boolean secondAccount)
            throws Exception {
        FakeSoftLayerOptions first = FakeSoftLayerOptions.defaultsOnPort(listen.port())
                .withHost(listen.host())
                .withSpeed(speed)
                .withGeneratedDevices(devices)
                .withSeed(seed)
                .withSshPort(sshPort)
                .withRdpPort(rdpPort);
        FakeSoftLayerOptions options = secondAccount ? first.ofSecondAccount() : first;
        FakeSoftLayer classic = FakeSoftLayer.start(options);
        printLine("Fake IBM Cloud Classic: " + classic.url() + "/rest/v3.1/ (devices answer on LIFELINE_SSH_PORT="
                + classic.sshPort() + " LIFELINE_RDP_PORT=" + classic.rdpPort() + ")");
        ShutdownWaiter.awaitShutdown(classic);
        return 0;
    }

    private void printLine(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }
}
