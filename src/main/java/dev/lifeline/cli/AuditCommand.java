package dev.lifeline.cli;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.Checkpoint;
import dev.lifeline.recording.Timeline;
import dev.lifeline.store.Store;
import dev.lifeline.store.sql.AuditChain;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code audit export}, {@code verify} and {@code timeline}: the audit log as JSON lines, its hash chain verified, and the timeline of one
 * rescue.
 */
@Command(
        name = "audit",
        description = "Shows the audit log, or verifies that it was not tampered with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(export | verify | timeline)")
final class AuditCommand implements Runnable {

    @Mixin
    private final ConfigOption config;

    @Spec
    private @Nullable CommandSpec spec;

    AuditCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        if (spec != null) throw new ParameterException(spec.commandLine(), "What? export, verify or timeline");
    }

    @Command(
            name = "export",
            description = "The audit log as JSON lines, the oldest entry first.",
            mixinStandardHelpOptions = true)
    int export() {
        PrintWriter out = out();
        try (Store store = openStore()) {
            store.auditLog().forEach(entry -> out.println(entry.entryJson()));
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "verify",
            description = "Verifies the hash chain; exit code 1 where it is broken.",
            mixinStandardHelpOptions = true)
    int verify(
            @Option(
                            names = "--expect",
                            paramLabel = "NUMBER:HASH",
                            description = "The checkpoint that an earlier verify printed, kept outside the database.")
                    @Nullable
                    String expected) {
        Optional<Checkpoint> expectedCheckpoint = Optional.ofNullable(expected).map(this::parseCheckpoint);
        try (Store store = openStore()) {
            AuditChain.Result result = AuditChain.verify(store.auditLog(), expectedCheckpoint);
            result.fault()
                    .ifPresentOrElse(
                            fault -> out().println("The audit log was tampered with: " + fault),
                            () -> printIntact(result.newest(), expectedCheckpoint.isPresent()));
            return result.fault().isPresent() ? 1 : 0;
        }
    }

    /** Says each time what a chain cannot prove by itself, and what to do about it. */
    private void printIntact(Checkpoint newest, boolean expectedFound) {
        out().println("The audit log is intact: " + newest.sequence() + " entries.");
        if (expectedFound) out().println("It holds the entry that was kept elsewhere.");
        out().println("Newest entry: " + newest);
        out().println(
                        "Keep that line where those who can write to the database cannot write: only with it does verify find a "
                                + "log that was truncated or rebuilt together with its end. Check later with: audit verify --expect "
                                + newest);
    }

    private Checkpoint parseCheckpoint(String text) {
        return Checkpoint.parse(text)
                .orElseThrow(() -> new ParameterException(
                        command(), "--expect takes NUMBER:HASH as an earlier verify printed it, not '" + text + "'"));
    }

    @Command(
            name = "timeline",
            description = "How one rescue went, as Markdown for the post-mortem.",
            mixinStandardHelpOptions = true)
    int timeline(
            @Parameters(
                            paramLabel = "REQUEST",
                            description = "The request's id, as export, /rescue history and /rescue timeline show it.")
                    String request) {
        try (Store store = openStore()) {
            List<AuditEntry> entries = store.auditLog().findByRequest(request);
            if (entries.isEmpty())
                throw new ParameterException(command(), "The audit log has no entry of request '" + request + "'");
            out().print(new Timeline(entries).markdown());
            out().flush();
            return 0;
        }
    }

    private Store openStore() {
        return Store.openToRead(
                config.server().databaseUrl(),
                InstantSource.system(),
                found -> command().getErr().println("lifeline: the database has " + found));
    }

    private PrintWriter out() {
        return command().getOut();
    }

    private CommandLine command() {
        if (spec == null) throw new IllegalStateException("picocli gave no command line");
        return spec.commandLine();
    }
}
