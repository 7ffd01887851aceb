package dev.lifeline.cli;

import dev.lifeline.app.Bot;
import dev.lifeline.config.PolicyFile;
import dev.lifeline.config.Settings;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.sandbox.slack.FakeSlack;
import dev.lifeline.sandbox.slack.SlackOptions;
import dev.lifeline.sandbox.softlayer.FakeSoftLayer;
import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
import dev.lifeline.workflow.PollIntervals;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: both stand-ins and the real bot in one process, and the page to try it on. */
@Command(
        name = "demo",
        description =
                "Runs a pretend Slack, a pretend IBM Cloud Classic and the bot, and prints the page to try it on.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final double POWER_COMMAND_LOCKOUT_SECONDS = 20 * 60;

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
            description = "Rules for who must agree; without one nobody else is asked.")
    private @Nullable Path policy;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (policy != null) PolicyFile.read(policy);
        FakeSlack slack = FakeSlack.start(SlackOptions.onPort(port));
        FakeSoftLayer classic =
                FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(speed));
        Path data = Files.createTempDirectory("lifeline-demo");
        Bot bot = new Bot(
                settings(slack, classic, data),
                pollIntervals(),
                RescueTimeouts.DEFAULT.scaledForSandbox(speed),
                InstantSource.system());
        awaitReady(bot);
        if (spec != null) printInstructions(spec.commandLine().getOut(), slack);
        ShutdownWaiter.awaitShutdown(() -> closeAll(bot, classic, slack, data));
        return 0;
    }

    /** Quicker than usual, and as far as the provider's clock goes, as fast as the pretend provider's. */
    private PollIntervals pollIntervals() {
        return new PollIntervals(
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMillis(Math.round(POWER_COMMAND_LOCKOUT_SECONDS * 1000 / speed)));
    }

    private Settings settings(FakeSlack slack, FakeSoftLayer classic, Path data) {
        return new Settings(
                new Settings.Slack(
                        "xoxb-sandbox-lifeline-bot-token",
                        Optional.of("xapp-sandbox-lifeline-app-token"),
                        Optional.empty(),
                        URI.create(slack.url() + "/api/")),
                new Settings.SoftLayer(
                        URI.create(classic.url() + "/rest/v3.1/"),
                        "lifeline",
                        "sandbox-lifeline-api-key",
                        Optional.empty()),
                new Settings.Server(
                        "jdbc:sqlite:" + data.resolve("lifeline.db"),
                        "127.0.0.1",
                        0,
                        classic.sshPort(),
                        classic.rdpPort(),
                        Locale.ENGLISH,
                        Optional.ofNullable(policy)));
    }

    /** The page is of no use before the bot hears what is typed there. */
    private static void awaitReady(Bot bot) throws InterruptedException {
        while (!bot.isReady()) TimeUnit.MILLISECONDS.sleep(50);
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

    private static void closeAll(Bot bot, FakeSoftLayer classic, FakeSlack slack, Path data) {
        bot.close();
        classic.close();
        slack.close();
        IO.delete(data);
    }
}
