package dev.lifeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.app.doctor.CheckResult;
import dev.lifeline.app.doctor.DoctorChecks;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: checks everything that the bot needs, one line each, with what to do about a problem. */
@Command(
        name = "doctor",
        description = "Checks settings, Slack, the provider and the database; exit code 1 where something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Mixin
    private final ConfigOption config;

    @Option(names = "--json", description = "One JSON object a line: check, verdict (ok, warn, wrong), message.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    DoctorCommand(Map<String, String> environment) {
        this.environment = environment;
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<CheckResult> checkResults = new DoctorChecks(config.settings(), environment, InstantSource.system()).run();
        if (spec != null) print(spec.commandLine().getOut(), checkResults);
        return checkResults.stream().allMatch(CheckResult::passed) ? 0 : 1;
    }

    private void print(PrintWriter out, List<CheckResult> checkResults) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        for (CheckResult checkResult : checkResults)
            out.println(json ? mapper.writeValueAsString(checkResult.fields()) : checkResult.line());
        out.flush();
    }
}
