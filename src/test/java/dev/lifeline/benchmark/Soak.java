package dev.lifeline.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * Rescues without a pause for a long time by one bot, and what it holds meanwhile. How many there are in a minute is up to Slack's limit for
 * updates of messages, 50 a minute, of which each rescue needs two.
 */
final class Soak {

    private static final int CHANNELS = 8;
    private static final int DEVICES = 80;
    private static final int SAMPLES = 16;
    private static final int KILO = 1024;

    private final Duration length;
    private final int people;

    /** @param people how many rescues are under way at once, where there are so many devices of different names */
    Soak(Duration length, int people) {
        this.length = length;
        this.people = people;
    }

    /** Runs it; fails where a rescue does not come to its end. */
    List<SoakSample> run(Environment environment, Contender contender, BotLaunch launch) {
        List<SoakSample> samples = new ArrayList<>();
        try (SoakStand stand = new SoakStand(environment, environment.newDatabase(contender), launch, DEVICES)) {
            List<String> channels = stand.createChannels(CHANNELS);
            List<String> devices = stand.rescuableDevices();
            AtomicLong rescues = new AtomicLong();
            long end = System.nanoTime() + length.toNanos();
            int rescuers = Math.min(people, devices.size());
            ExecutorService threads = Executors.newFixedThreadPool(rescuers);
            List<Future<?>> running = new ArrayList<>();
            for (int rescuer = 0; rescuer < rescuers; rescuer++) {
                String device = devices.get(rescuer);
                String channel = channels.get(rescuer % CHANNELS);
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        stand.rescue(device, channel);
                        rescues.incrementAndGet();
                    }
                }));
            }
            sampleUntil(end, () -> samples.add(SoakSample.of(stand, rescues.get(), contender == Contender.SQLITE)));
            running.forEach(Soak::join);
            threads.shutdown();
            samples.add(SoakSample.of(stand, rescues.get(), contender == Contender.SQLITE));
        }
        return samples;
    }

    private void sampleUntil(long end, Runnable sample) {
        while (System.nanoTime() < end) {
            ChildProcess.pause(length.toMillis() / SAMPLES);
            sample.run();
        }
    }

    private static void join(Future<?> running) {
        try {
            running.get(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        } catch (Exception e) {
            throw new IllegalStateException("a rescue did not end", e);
        }
    }

    /** The mean of the last quarter over that of the second, so that warming up does not count; 1 is flat. */
    static double growth(List<SoakSample> samples, ToDoubleFunction<SoakSample> value) {
        int quarter = Math.max(1, samples.size() / 4);
        double early = mean(samples.subList(quarter, 2 * quarter), value);
        double late = mean(samples.subList(samples.size() - quarter, samples.size()), value);
        return late / Math.max(1, early);
    }

    private static double mean(List<SoakSample> samples, ToDoubleFunction<SoakSample> value) {
        return samples.stream().mapToDouble(value).average().orElse(0);
    }

    /** A line for the page: the middle of the second quarter, the end, and what one rescue costs. */
    static String describe(Contender contender, Duration length, List<SoakSample> samples) {
        SoakSample early = samples.get(samples.size() / 4);
        SoakSample last = samples.get(samples.size() - 1);
        double rescues = Math.max(1, last.rescues() - early.rescues());
        return String.format(
                Locale.ROOT,
                "| %s | %d min | %d | %.0f → %.0f | %d → %d | %d → %d | %d → %d | %d → %d | %.1f | %.1f kB |",
                contender,
                length.toMinutes(),
                last.rescues(),
                early.usage().residentMegabytes(),
                last.usage().residentMegabytes(),
                early.usage().threads(),
                last.usage().threads(),
                early.descriptors(),
                last.descriptors(),
                early.sockets(),
                last.sockets(),
                early.liveRows(),
                last.liveRows(),
                (last.keptRows() - early.keptRows()) / rescues,
                (last.databaseBytes() - early.databaseBytes()) / rescues / KILO);
    }
}
