package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails each test that makes the store execute a statement which reads a whole table that grows. */
final class FullScanExtension implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        RecordingDriver.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Iterable<RecordedStatement> executed = RecordingDriver.stop();
        boolean postgresql = context.getRequiredTestInstances().getAllInstances().stream()
                .anyMatch(instance -> instance.getClass().getSimpleName().startsWith("Postgresql"));
        Checked checked = context.getRoot()
                .getStore(Namespace.create(FullScanExtension.class))
                .getOrComputeIfAbsent(postgresql, Checked::new, Checked.class);
        for (RecordedStatement statement : executed) checked.check(statement);
    }

    /** The statements of one kind of database that were checked before, and what checks the others. */
    private static final class Checked implements AutoCloseable {

        private final Set<String> texts = new HashSet<>();
        private final Path folder = createFolder();
        private final FullScanDetector detector;

        private Checked(boolean postgresql) {
            this.detector = FullScanDetector.open(
                    postgresql
                            ? PostgresqlTestDatabase.emptySchemaUrl()
                            : "jdbc:sqlite:" + folder.resolve("lifeline.db"));
        }

        private static Path createFolder() {
            try {
                return Files.createTempDirectory("lifeline-plans");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void check(RecordedStatement statement) {
            if (texts.add(statement.sql()))
                assertThat(detector.find(statement)).as(statement.sql()).isEmpty();
        }

        @Override
        public void close() throws SQLException, IOException {
            detector.close();
            Files.deleteIfExists(folder.resolve("lifeline.db"));
            Files.delete(folder);
        }
    }
}
