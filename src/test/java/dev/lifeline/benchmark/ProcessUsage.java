package dev.lifeline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used, read from {@code /proc} (proc(5)).
 *
 * @param cpuMillis user and system time since its start, in steps of 10 ms
 * @param residentMegabytes RSS now, in MiB
 */
record ProcessUsage(long cpuMillis, double residentMegabytes, int threads) {

    private static final int MILLIS_PER_TICK = 10;
    private static final int KILOBYTES_PER_MEGABYTE = 1024;

    /** Index of {@code utime} among the fields after the command name; {@code stime} follows it. */
    private static final int USER_TIME_FIELD = 11;

    static ProcessUsage of(long pid) {
        Path directory = Path.of("/proc", Long.toString(pid));
        try {
            String stat = Files.readString(directory.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            List<String> status = Files.readAllLines(directory.resolve("status"));
            long ticks = Long.parseLong(fields[USER_TIME_FIELD]) + Long.parseLong(fields[USER_TIME_FIELD + 1]);
            double resident = (double) number(status, "VmRSS:") / KILOBYTES_PER_MEGABYTE;
            return new ProcessUsage(ticks * MILLIS_PER_TICK, resident, (int) number(status, "Threads:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
