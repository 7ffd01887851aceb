package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row with another number of cells than its table is two rows that were merged into one, or half of one. */
class MarkdownTablesTest {

    private static final String CODE = "`[^`]*`";
    private static final String ESCAPED_BAR = "\\\\\\|";

    @Test
    void every_row_of_a_document_has_the_cells_of_its_table() throws IOException {
        List<String> odd = new ArrayList<>();
        for (Path page : SourceTree.documents()) odd.addAll(oddRows(page));
        assertThat(odd).isEmpty();
    }

    private static List<String> oddRows(Path page) throws IOException {
        List<String> odd = new ArrayList<>();
        long cells = 0;
        for (String line : Files.readAllLines(page)) {
            long here = line.startsWith("|") ? bars(line) : 0;
            if (cells > 0 && here > 0 && here != cells) odd.add(page + ": " + line);
            if (cells == 0 || here == 0) cells = here;
        }
        return odd;
    }

    private static long bars(String row) {
        return row.replaceAll(CODE, "")
                .replaceAll(ESCAPED_BAR, "")
                .chars()
                .filter(c -> c == '|')
                .count();
    }
}
