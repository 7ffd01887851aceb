package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lifeline.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of types, packages, tables and columns in src/main and src/sandbox are terms of the field (src/docs/glossary.md). */
class NamingRulesTest {

    private static final Pattern VAGUE_SUFFIX = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Service|Processor)$");

    /** Words of the first version that had no meaning outside this project, or another one. */
    private static final Set<String> WITHDRAWN_WORDS = Set.of(
            "announcer",
            "asking",
            "asks",
            "bell",
            "bench",
            "chronicle",
            "clockwork",
            "counter",
            "crew",
            "deed",
            "desk",
            "door",
            "doorstep",
            "errand",
            "farewell",
            "glass",
            "guise",
            "hands",
            "happening",
            "insistence",
            "knock",
            "lane",
            "leaving",
            "letter",
            "letters",
            "lookout",
            "mail",
            "pretend",
            "postings",
            "returning",
            "rinse",
            "rooms",
            "setbacks",
            "shelves",
            "stay",
            "tidings",
            "timetable",
            "whereabouts",
            "whisper");

    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[._$]");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    @TempDir
    Path folder;

    @Test
    void no_type_has_a_vague_suffix() {
        assertThat(PRODUCT.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> VAGUE_SUFFIX.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void no_type_or_package_has_a_withdrawn_word_in_its_name() {
        assertThat(PRODUCT.stream().map(JavaClass::getName).filter(NamingRulesTest::hasWithdrawnWord))
                .isEmpty();
    }

    @Test
    void no_table_or_column_has_a_withdrawn_word_in_its_name() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("lifeline.db");
        Store.open(url, InstantSource.system()).close();

        assertThat(tablesAndColumns(url).stream().filter(NamingRulesTest::hasWithdrawnWord))
                .isEmpty();
    }

    private static Set<String> tablesAndColumns(String url) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) names.add(columns.getString("TABLE_NAME") + "." + columns.getString("COLUMN_NAME"));
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    private static boolean hasWithdrawnWord(String name) {
        List<String> words = Stream.of(WORD_BOUNDARY.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < words.size(); i++) {
            boolean breakGlass =
                    words.get(i).equals("glass") && i > 0 && words.get(i - 1).equals("break");
            if (!breakGlass && WITHDRAWN_WORDS.contains(words.get(i))) return true;
        }
        return false;
    }
}
