package dev.lifeline.cli;

import dev.lifeline.app.LifelineBot;
import dev.lifeline.app.Wiring;
import dev.lifeline.config.Settings;
import dev.lifeline.rescue.monitor.RescueTimeouts;
import dev.lifeline.workflow.PollIntervals;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the bot until the process is terminated. */
@Command(name = "serve", description = "Runs the bot.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config;

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws Exception {
        LogFormat.apply(config.logFormat());
        Settings settings = config.settings();
        LifelineBot bot = Wiring.bot(settings, PollIntervals.DEFAULT, RescueTimeouts.DEFAULT, InstantSource.system());
        bot.start();
        String address = "http://" + settings.server().http().host() + ":" + bot.healthPort();
        if (spec != null) spec.commandLine().getOut().println("Lifeline serves. Health: " + address + "/health/ready");
        ShutdownWaiter.awaitShutdown(bot);
        return 0;
    }
}
