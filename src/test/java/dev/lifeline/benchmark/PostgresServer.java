package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL server of the benchmark's own, with the settings it has by default, in a temporary folder. */
final class PostgresServer implements AutoCloseable {

    /** The server refuses to run as root. */
    private static final List<String> AS_ORDINARY_USER =
            List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");

    private final ChildProcess process;
    private final int port;
    private final AtomicInteger nextDatabase = new AtomicInteger();

    private PostgresServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server; empty where PostgreSQL is not installed, or cannot be started. */
    static Optional<PostgresServer> start(Path folder) {
        return programs().flatMap(programs -> start(programs, folder));
    }

    private static Optional<PostgresServer> start(Path programs, Path folder) {
        Path data = folder.resolve("postgresql");
        List<String> initialise = asOrdinaryUser(
                programs.resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8");
        if (!createDirectory(data) || !ChildProcess.run("initdb", folder, Map.of(), initialise))
            return Optional.empty();
        int port = FreePort.find();
        ChildProcess process = ChildProcess.start(
                "postgres",
                folder,
                Map.of(),
                asOrdinaryUser(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="));
        PostgresServer server = new PostgresServer(process, port);
        process.awaitReady(server::accepts);
        return Optional.of(server);
    }

    /** The folder of {@code initdb}: on the path, else the newest one where Debian puts them. */
    private static Optional<Path> programs() {
        Stream<Path> path = Stream.of(System.getenv("PATH").split(":")).map(Path::of);
        return Stream.concat(path, debianPrograms())
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static Stream<Path> debianPrograms() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) return Stream.of();
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static List<String> asOrdinaryUser(String... command) {
        List<String> line = new ArrayList<>(isRoot() ? AS_ORDINARY_USER : List.of());
        line.addAll(List.of(command));
        return line;
    }

    /** Creates a folder that belongs to the user of the server, who may pass through the one above. */
    private static boolean createDirectory(Path data) {
        try {
            Files.createDirectory(data);
            if (!isRoot()) return true;
            Files.setPosixFilePermissions(data.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
            return ChildProcess.run(
                    "chown", data.getParent(), Map.of(), List.of("chown", "postgres:postgres", data.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Creates an empty database and returns its JDBC URL. */
    String createDatabase() {
        String name = "benchmark" + nextDatabase.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    String version() {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shuts it down at once, whoever is still connected. */
    @Override
    public void close() {
        process.signal("INT");
        if (!process.awaitExit()) process.close();
    }
}
