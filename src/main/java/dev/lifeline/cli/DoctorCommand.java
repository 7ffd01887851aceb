package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import dev.lifeline.config.SettingsReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: is everything as the bot needs it? One line each, with the mend. */
@Command(
        name = "doctor",
        description = "Checks settings, Slack, the provider and the database; exit code 1 where something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as YAML; the environment wins.")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    DoctorCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Settings settings = SettingsReader.read(environment, Optional.ofNullable(config));
        List<CheckResult> checkResults = new DoctorChecks(settings).run();
        if (spec != null) print(spec.commandLine().getOut(), checkResults);
        return checkResults.stream().allMatch(CheckResult::passed) ? 0 : 1;
    }

    private static void print(PrintWriter out, List<CheckResult> checkResults) {
        checkResults.forEach(checkResult -> out.println(checkResult.line()));
        out.flush();
    }

    /**
     * What did the doctor find about one thing?
     *
     * @param message what is known of it, or what is wrong and how to mend it
     */
    record CheckResult(String subject, Verdict verdict, String message) {

        CheckResult(String subject, boolean passed, String message) {
            this(subject, passed ? Verdict.OK : Verdict.WRONG, message);
        }

        /** Whether the bot can work; a warning does not prevent that. */
        boolean passed() {
            return verdict != Verdict.WRONG;
        }

        String line() {
            return "%-5s %-9s %s".formatted(verdict == Verdict.OK ? "ok" : verdict.name(), subject, message);
        }
    }

    /** Outcome of one check. */
    enum Verdict {
        OK,
        /** Possible, and probably not meant. */
        WARN,
        /** The exit code is 1. */
        WRONG
    }
}
