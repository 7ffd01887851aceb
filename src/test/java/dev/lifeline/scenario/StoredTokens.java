package dev.lifeline.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What the database holds of installations. */
final class StoredTokens {

    private StoredTokens() {}

    private static String value(Path database, String sql) {
        return Jdbi.create("jdbc:sqlite:" + database)
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    static String read(Path database) {
        return value(database, "select sealed_tokens from slack_installations");
    }

    static String state(Path database) {
        return value(database, "select state from slack_installations");
    }

    static long count(Path database) {
        return Long.parseLong(value(database, "select count(*) from slack_installations"));
    }

    /** Every byte of the files, as text. */
    static String wholeDatabase(Path database) throws IOException {
        try (Stream<Path> files = Files.list(database.toAbsolutePath().getParent())) {
            return files.filter(Files::isRegularFile).map(StoredTokens::text).collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
