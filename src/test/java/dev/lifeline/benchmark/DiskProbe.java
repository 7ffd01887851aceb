package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Measures {@code fdatasync} of the disk that the databases are on: 4 kB appended each time. */
final class DiskProbe {

    private static final int BLOCK_BYTES = 4096;
    private static final int REPETITIONS = 200;

    private DiskProbe() {}

    static Latencies fdatasync(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "fdatasync", ".bin");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                long[] nanos = new long[REPETITIONS];
                for (int i = 0; i < REPETITIONS; i++) nanos[i] = appendAndForce(channel);
                return Latencies.ofNanos(nanos);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code force(false)} is {@code fdatasync} on Linux. */
    private static long appendAndForce(FileChannel channel) throws IOException {
        channel.write(ByteBuffer.allocate(BLOCK_BYTES));
        long start = System.nanoTime();
        channel.force(false);
        return System.nanoTime() - start;
    }
}
