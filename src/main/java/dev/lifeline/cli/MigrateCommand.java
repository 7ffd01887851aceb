package dev.lifeline.cli;

import dev.lifeline.config.Settings;
import dev.lifeline.store.Store;
import dev.lifeline.store.database.SchemaStatus;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code migrate}: creates the tables or brings them up to date, as {@code serve} does when it starts, and ends. */
@Command(
        name = "migrate",
        description =
                "Creates the tables of the database or brings them up to date. serve does so too; other commands only read.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private final ConfigOption config;

    @Spec
    private @Nullable CommandSpec spec;

    MigrateCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() {
        Settings.Server server = config.server();
        SchemaStatus before = Store.migrate(server.databaseUrl());
        SchemaStatus after = Store.inspect(server.databaseUrl());
        if (spec != null)
            spec.commandLine().getOut().println("Found " + before.found() + "; the database has " + after + ".");
        return 0;
    }
}
