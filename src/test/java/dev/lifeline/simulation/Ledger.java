package dev.lifeline.simulation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of which each line says what one seed came to. Several processes append to it at once, and each reads what the others wrote; a
 * process that was killed loses the seed that it was at. The last line of a seed counts.
 */
final class Ledger {

    private final Path file;
    private final String build;
    private final Map<Long, SeedOutcome> outcomes = new TreeMap<>();
    private long readUpTo;

    /** @param build that runs now */
    Ledger(Path file, String build) {
        this.file = file;
        this.build = build;
        refresh();
    }

    /** Adds what a seed came to, and reads what others added. */
    void add(SimulationResult result, long millis) {
        byte[] line = (SeedOutcome.of(build, result, millis).toLine() + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            append(channel, line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refresh();
    }

    @SuppressWarnings("try") // held while the line is written
    private static void append(FileChannel channel, byte[] line) throws IOException {
        try (FileLock held = channel.lock()) {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) channel.write(left);
        }
    }

    private void refresh() {
        if (!Files.exists(file)) return;
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "r")) {
            byte[] added = new byte[Math.toIntExact(whole.length() - readUpTo)];
            whole.seek(readUpTo);
            whole.readFully(added);
            read(new String(added, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows the last end of a line is read once it is whole. */
    private void read(String added) {
        String whole = added.substring(0, added.lastIndexOf('\n') + 1);
        readUpTo += whole.getBytes(StandardCharsets.UTF_8).length;
        whole.lines().flatMap(line -> SeedOutcome.parse(line).stream()).forEach(one -> outcomes.put(one.seed(), one));
    }

    /** Whether the seed need not be run: a promise that another build broke is looked at again. */
    boolean isDone(long seed) {
        SeedOutcome outcome = outcomes.get(seed);
        return outcome != null
                && (outcome.violation().isEmpty() || outcome.build().equals(build));
    }

    /** The sum of all seeds, of whatever build. */
    Figures figures() {
        return sum(outcomes.values());
    }

    /** The sum of the seeds that this build ran. */
    Figures figuresOfThisBuild() {
        return sum(outcomes.values().stream()
                .filter(outcome -> outcome.build().equals(build))
                .toList());
    }

    /** The processor time of all seeds, in seconds. */
    double seconds() {
        return outcomes.values().stream().mapToLong(SeedOutcome::millis).sum() / 1000.0;
    }

    /** The promises that were broken. */
    List<String> violations() {
        return outcomes.values().stream()
                .flatMap(outcome -> outcome.violation().stream()
                        .map(what ->
                                "seed " + outcome.seed() + " violates " + what + " (build " + outcome.build() + ")"))
                .toList();
    }

    private static Figures sum(Collection<SeedOutcome> outcomes) {
        Figures sum = new Figures();
        outcomes.forEach(outcome -> sum.add(outcome.figures()));
        return sum;
    }
}
