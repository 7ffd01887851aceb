package dev.lifeline.cli;

import dev.lifeline.app.LifelineBot;
import dev.lifeline.app.Wiring;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.workflow.PollIntervals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: runs both fakes and the real bot in one process, and prints the page to try it on. */
@Command(
        name = "demo",
        description = "Runs a fake Slack, a fake IBM Cloud Classic and the bot, and prints the page to try it on.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final PollIntervals POLL_INTERVALS = new PollIntervals(
            Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Of the page; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int port = 8080;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "How many provider minutes pass in one. Default: ${DEFAULT-VALUE}")
    private double speed = 60;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Policy file with rules for approvals; without one no approval is required.")
    private @Nullable Path policy;

    @Option(
            names = "--second-account",
            description = "Serves a second fake account, lab, besides: src/docs/accounts.md.")
    private boolean secondAccount;

    @Option(
            names = "--exit-when-ready",
            description = "Ends once all has started: a short run from which a class-data archive is made.")
    private boolean exitWhenReady;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (policy != null) PolicyFile.read(policy);
        FakeSlack slack = FakeSlack.start(SlackOptions.onPort(port));
        FakeSoftLayer softLayer =
                FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(speed));
        Optional<FakeSoftLayer> lab = secondAccount ? Optional.of(startLab(softLayer)) : Optional.empty();
        Path dataDirectory = Files.createTempDirectory("lifeline-demo");
        LifelineBot bot = Wiring.bot(
                settings(slack, softLayer, dataDirectory).withAccounts(accounts(lab)),
                POLL_INTERVALS.scaledForSandbox(speed),
                RescueTimeouts.DEFAULT.scaledForSandbox(speed),
                InstantSource.system());
        bot.start();
        awaitReady(bot);
        if (spec != null) printInstructions(spec.commandLine().getOut(), slack);
        AutoCloseable all =
                () -> closeAll(bot, Stream.concat(Stream.of(softLayer), lab.stream()), slack, dataDirectory);
        if (exitWhenReady) all.close();
        else ShutdownWaiter.awaitShutdown(all);
        return 0;
    }

    private Settings settings(FakeSlack slack, FakeSoftLayer softLayer, Path dataDirectory) {
        return new Settings(
                SandboxSettings.slack(slack, Optional.of(SandboxSettings.APP_TOKEN), Optional.empty()),
                SandboxSettings.softLayer(softLayer),
                SandboxSettings.server(
                        dataDirectory, SandboxSettings.devicePorts(softLayer), Optional.ofNullable(policy)));
    }

    /** Its devices answer on the ports of the first account's, at other addresses. */
    private FakeSoftLayer startLab(FakeSoftLayer first) throws IOException {
        return FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0)
                .withSpeed(speed)
                .withSshPort(first.sshPort())
                .withRdpPort(first.rdpPort())
                .ofSecondAccount());
    }

    private static Map<AccountName, Settings.SoftLayer> accounts(Optional<FakeSoftLayer> lab) {
        return lab.map(fake -> Map.of(new AccountName("lab"), SandboxSettings.softLayer(fake)))
                .orElseGet(Map::of);
    }

    /** The page is printed once the bot receives what is typed there. */
    private static void awaitReady(LifelineBot bot) throws InterruptedException {
        while (!bot.ready()) TimeUnit.MILLISECONDS.sleep(50);
    }

    private static void printInstructions(PrintWriter out, FakeSlack slack) {
        out.println("Lifeline demo: " + slack.url() + "/?as=asha&channel=incident-42");
        out.println("Open that page, type  /rescue web-07  and press Yes. Ctrl-C ends the demo.");
        out.println(
                "chiara manages users and elena owns the account, so they show who they are first: as one of them, type");
        out.println(
                "/rescue link  and give user name 307608_chiara@example.com, key sandbox-chiara-api-key (or elena's).");
        out.flush();
    }

    private static void closeAll(LifelineBot bot, Stream<FakeSoftLayer> accounts, FakeSlack slack, Path dataDirectory) {
        bot.close();
        accounts.forEach(FakeSoftLayer::close);
        slack.close();
        IO.delete(dataDirectory);
    }
}
