package dev.lifeline.cli;

import dev.lifeline.config.InvalidPolicyException;
import dev.lifeline.config.InvalidSettingsException;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.slack.SlackUnusableException;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import dev.lifeline.store.database.DatabaseUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line: the root command and its subcommands. A failure is one line on standard error and a non-zero exit code. */
public final class Cli {

    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    /** For wrong or missing settings, a policy that cannot be used, a wrong command line, or a database that cannot be used. */
    private static final int EXIT_CODE_USAGE = 2;

    private static final int EXIT_CODE_FAILURE = 1;

    private static final List<Class<? extends Exception>> USAGE_EXCEPTIONS =
            List.of(InvalidSettingsException.class, InvalidPolicyException.class, DatabaseUnavailableException.class);

    /** Exceptions that the operator can act on; all others are bugs and logged with a stack trace. */
    private static final List<Class<? extends Exception>> EXPECTED_EXCEPTIONS = List.of(
            SlackUnusableException.class,
            InvalidApiKeyException.class,
            ProviderUnavailableException.class,
            IOException.class);

    private final Map<String, String> environment;

    public Cli(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Runs one command and returns its exit code. Blocks until the command ends. */
    public int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    CommandLine commandLine() {
        return new CommandLine(new RootCommand())
                .addSubcommand("demo", new DemoCommand())
                .addSubcommand("serve", new ServeCommand(environment))
                .addSubcommand("sandbox", new SandboxCommand())
                .addSubcommand("migrate", new MigrateCommand(environment))
                .addSubcommand("health", new HealthCommand(environment))
                .addSubcommand("doctor", new DoctorCommand(environment))
                .addSubcommand("devices", new DevicesCommand(environment))
                .addSubcommand("audit", new AuditCommand(environment))
                .setExecutionExceptionHandler(Cli::handleException);
    }

    private static int handleException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (USAGE_EXCEPTIONS.stream().anyMatch(type -> type.isInstance(failure))) {
            commandLine.getErr().println("lifeline: " + failure.getMessage());
            return EXIT_CODE_USAGE;
        }
        if (EXPECTED_EXCEPTIONS.stream().noneMatch(type -> type.isInstance(failure)))
            LOG.error("Internal error", failure);
        commandLine.getErr().println("lifeline: " + errorMessage(failure));
        return EXIT_CODE_FAILURE;
    }

    private static String errorMessage(Exception failure) {
        return failure instanceof ProviderUnavailableException
                ? "the provider is unavailable (" + failure.getMessage() + "): check SL_ENDPOINT_URL and the network"
                : String.valueOf(failure.getMessage());
    }

    /** The command without a subcommand: prints the usage. */
    @Command(
            name = "lifeline",
            description = "Boots IBM Cloud Classic devices into the rescue kernel, from Slack.",
            mixinStandardHelpOptions = true,
            versionProvider = VersionProvider.class,
            synopsisSubcommandLabel = "COMMAND")
    static final class RootCommand implements Runnable {

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The version that the jar was built as. */
    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"lifeline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
