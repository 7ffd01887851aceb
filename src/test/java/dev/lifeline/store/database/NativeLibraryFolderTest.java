package dev.lifeline.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of SQLite's native library, one megabyte each, that every killed process left in the temporary folder. */
class NativeLibraryFolderTest {

    @TempDir
    Path temporary;

    @Test
    void what_a_killed_process_left_is_deleted_and_what_a_living_one_uses_is_not() throws IOException {
        NativeLibraryFolder killed = createWithLibrary();
        killed.release();
        NativeLibraryFolder living = createWithLibrary();

        NativeLibraryFolder.removeAbandoned(temporary);

        assertThat(killed.path()).doesNotExist();
        assertThat(living.path().resolve("libsqlitejdbc.so")).exists();
        living.release();
    }

    @Test
    void files_and_folders_of_others_are_left_alone() throws IOException {
        Path library = Files.createFile(temporary.resolve("sqlite-3.54.1.0-0000-libsqlitejdbc.so"));
        Path folder = Files.createDirectory(temporary.resolve("lifeline-sqlite-without-a-lock-file"));
        Path other = Files.createDirectory(temporary.resolve("lifeline-demo"));
        Files.createFile(other.resolve("in-use"));

        NativeLibraryFolder.removeAbandoned(temporary);

        assertThat(library).exists();
        assertThat(folder).exists();
        assertThat(other.resolve("in-use")).exists();
    }

    private NativeLibraryFolder createWithLibrary() throws IOException {
        NativeLibraryFolder folder = NativeLibraryFolder.create(temporary).orElseThrow();
        Files.createFile(folder.path().resolve("libsqlitejdbc.so"));
        Files.createFile(folder.path().resolve("libsqlitejdbc.so.lck"));
        return folder;
    }
}
