package dev.lifeline.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder of this process for the copy of SQLite's native library that its driver unpacks. The driver deletes its copy when the
 * process ends, but not when it is killed, and takes one that was left over for one in use. Here a lock on a file in the folder,
 * which the system releases with the process, says whether it is in use; the folders of dead processes are deleted.
 */
final class NativeLibraryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraryFolder.class);

    private static final String PREFIX = "lifeline-sqlite-";
    private static final String LOCK_FILE = "in-use";

    /** The driver's setting, read once, when it loads the library (usage page of github.com/xerial/sqlite-jdbc). */
    private static final String DRIVER_PROPERTY = "org.sqlite.tmpdir";

    /** The driver's setting for a folder that holds the library unpacked, as the container image does; then nothing is copied. */
    private static final String UNPACKED_PROPERTY = "org.sqlite.lib.path";

    private static boolean prepared;

    /** Kept, since a channel that nobody refers to is closed by the garbage collector, and its lock released. */
    private static Optional<NativeLibraryFolder> own = Optional.empty();

    private final Path path;
    private final FileLock inUse;

    private NativeLibraryFolder(Path path, FileLock inUse) {
        this.path = path;
        this.inUse = inUse;
    }

    /**
     * Sets the driver's folder and deletes those of dead processes; once for each process, before the driver is used. An operator's
     * own setting of the driver is left alone. Where no folder can be made, the driver uses the temporary folder itself.
     */
    static synchronized void prepare() {
        if (prepared || System.getProperty(DRIVER_PROPERTY) != null || System.getProperty(UNPACKED_PROPERTY) != null)
            return;
        prepared = true;
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            removeAbandoned(parent);
            own = create(parent);
            own.ifPresent(
                    folder -> System.setProperty(DRIVER_PROPERTY, folder.path().toString()));
        } catch (IOException unusable) {
            LOG.warn("No folder for SQLite's native library below {}: {}", parent, unusable.getMessage());
        }
    }

    /** A new folder, locked until it is closed or the process ends; empty where another process deleted it before it was locked. */
    static Optional<NativeLibraryFolder> create(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, PREFIX);
        Path lockFile = Files.createFile(folder.resolve(LOCK_FILE));
        folder.toFile().deleteOnExit(); // in reverse order: the driver's files, the lock file, the folder
        lockFile.toFile().deleteOnExit();
        return lock(lockFile).filter(lock -> Files.exists(lockFile)).map(lock -> new NativeLibraryFolder(folder, lock));
    }

    Path path() {
        return path;
    }

    /** Releases the lock, as the end of the process does. */
    void release() throws IOException {
        inUse.acquiredBy().close();
    }

    /** Deletes the folders that no living process holds. */
    static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) removeIfAbandoned(folder);
        }
    }

    private static void removeIfAbandoned(Path folder) {
        try {
            Path lockFile = folder.resolve(LOCK_FILE);
            if (!Files.isRegularFile(lockFile)) return; // of a process that is just making it, or not ours
            Optional<FileLock> lock = lock(lockFile);
            if (lock.isEmpty()) return;
            delete(folder);
            lock.get().acquiredBy().close();
            LOG.info("Deleted the native library of a process that was killed: {}", folder);
        } catch (IOException notOurs) {
            LOG.debug("Left alone: {}", folder, notOurs);
        }
    }

    /** The lock file last, so that what is left of an interrupted deletion is found again. */
    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) if (!file.endsWith(LOCK_FILE)) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder.resolve(LOCK_FILE));
        Files.deleteIfExists(folder);
    }

    /** Empty where somebody holds it. */
    private static Optional<FileLock> lock(Path lockFile) throws IOException {
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return Optional.of(lock);
        } catch (OverlappingFileLockException heldByThisProcess) {
            // in use all the same
        }
        channel.close();
        return Optional.empty();
    }
}
