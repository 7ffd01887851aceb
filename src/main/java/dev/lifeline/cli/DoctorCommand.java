package dev.lifeline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: checks everything that the bot needs, one line each, with what to do about a problem. */
@Command(
        name = "doctor",
        description = "Checks settings, Slack, the provider and the database; exit code 1 where something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config;

    @Spec
    private @Nullable CommandSpec spec;

    DoctorCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        List<CheckResult> checkResults = new DoctorChecks(config.settings()).run();
        if (spec != null) print(spec.commandLine().getOut(), checkResults);
        return checkResults.stream().allMatch(CheckResult::passed) ? 0 : 1;
    }

    private static void print(PrintWriter out, List<CheckResult> checkResults) {
        checkResults.forEach(checkResult -> out.println(checkResult.line()));
        out.flush();
    }

    /**
     * The result of one check.
     *
     * @param message what was found, or the problem and what to do about it
     */
    record CheckResult(String subject, boolean passed, String message) {
        String line() {
            return "%-5s %-9s %s".formatted(passed ? "ok" : "WRONG", subject, message);
        }
    }
}
