package dev.lifeline.cli;

import dev.lifeline.config.SettingsReader;
import dev.lifeline.store.AuditChain;
import dev.lifeline.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code audit export}, {@code audit verify}: the record as JSON lines, and its chain checked. */
@Command(
        name = "audit",
        description = "Shows the record of who did what, or checks that nobody tampered with it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(export | verify)")
final class AuditCommand implements Runnable {

    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings as YAML; the environment wins.")
    private @Nullable Path config;

    @Spec
    private @Nullable CommandSpec spec;

    AuditCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        if (spec != null) throw new ParameterException(spec.commandLine(), "What? export or verify");
    }

    @Command(
            name = "export",
            description = "The record as JSON lines, the oldest first.",
            mixinStandardHelpOptions = true)
    int export() {
        PrintWriter out = out();
        try (Store store = store()) {
            store.auditLog().forEach(entry -> out.println(entry.text()));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "verify",
            description = "Checks the chain; exit code 1 where it is broken.",
            mixinStandardHelpOptions = true)
    int verify() {
        try (Store store = store()) {
            Optional<String> fault = AuditChain.fault(store.auditLog());
            out().println(fault.map(where -> "The record was tampered with: " + where)
                    .orElse("The record is whole: " + store.auditLog().newest() + " entries."));
            return fault.isPresent() ? 1 : 0;
        }
    }

    private Store store() {
        String url =
                SettingsReader.local(environment, Optional.ofNullable(config)).databaseUrl();
        return Store.open(url, InstantSource.system());
    }

    private PrintWriter out() {
        if (spec == null) throw new IllegalStateException("picocli gave no command line");
        return spec.commandLine().getOut();
    }
}
