package dev.lifeline.endtoend;

import dev.lifeline.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Output and exit code of one command that ran in this process. */
record CliOutput(int exitCode, String standardOutput, String standardError) {

    /** Runs a command that ends by itself. */
    static CliOutput run(Map<String, String> environment, String... command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try (PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream complaining = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setOut(saying);
            System.setErr(complaining);
            int exitCode = new Cli(environment).run(command);
            return new CliOutput(
                    exitCode, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Standard error without log lines. */
    String errorWithoutLog() {
        return standardError
                .lines()
                .filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                .reduce("", (before, line) -> before + line + "\n");
    }
}
