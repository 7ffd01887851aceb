package dev.lifeline.store.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of the process that serves an SQLite file, on a file beside it which names the process. The system releases it with the process,
 * however that ends. The lock file stays, since deleting it would let two processes hold locks on files of the same name.
 */
final class ServingLock implements AutoCloseable {

    private static final String SUFFIX = ".lock";

    /** Longer than any text that a process writes into its lock file. */
    private static final int MAX_OWNER_BYTES = 64;

    private final FileChannel channel;

    private ServingLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock for this process.
     *
     * @throws DatabaseUnavailableException when another bot holds it, in this process or another, or the lock file cannot be written
     */
    static ServingLock acquire(Path database) {
        if (Files.isDirectory(database))
            throw new DatabaseUnavailableException(
                    "jdbc:sqlite:" + database + " is a folder: name a file in LIFELINE_DATABASE_URL.");
        Path lockFile = database.resolveSibling(database.getFileName() + SUFFIX);
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw heldByAnother(database, lockFile);
            }
            writeOwner(channel);
            return new ServingLock(channel);
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The file " + lockFile
                    + " cannot be written, which keeps a second bot away from the database: see who owns its folder.");
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static void writeOwner(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    }

    private static DatabaseUnavailableException heldByAnother(Path database, Path lockFile) {
        return new DatabaseUnavailableException("The database " + database + " is in use by another bot, "
                + owner(lockFile) + ": stop that one first, or use PostgreSQL, which several replicas can share.");
    }

    private static String owner(Path lockFile) {
        try {
            String owner = Files.readString(lockFile);
            return owner.length() <= MAX_OWNER_BYTES && owner.matches("process \\d+") ? owner : "an unknown process";
        } catch (IOException e) {
            return "an unknown process";
        }
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The lock of the database cannot be released.");
        }
    }
}
