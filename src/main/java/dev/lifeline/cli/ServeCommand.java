package dev.lifeline.cli;

import dev.lifeline.app.Bot;
import dev.lifeline.config.Settings;
import dev.lifeline.config.SettingsReader;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.workflow.PollIntervals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the bot. */
@Command(name = "serve", description = "Runs the bot.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as YAML; the environment wins.")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = SettingsReader.read(environment, Optional.ofNullable(config));
        Bot bot = new Bot(settings, PollIntervals.DEFAULT, RescueTimeouts.DEFAULT, InstantSource.system());
        String address = "http://" + settings.server().httpHost() + ":" + bot.healthPort();
        if (spec != null) spec.commandLine().getOut().println("Lifeline serves. Health: " + address + "/health/ready");
        ShutdownWaiter.awaitShutdown(bot);
        return 0;
    }
}
