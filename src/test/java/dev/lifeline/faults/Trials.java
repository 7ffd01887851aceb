package dev.lifeline.faults;

import dev.lifeline.sandbox.classic.ClassicOptions;
import dev.lifeline.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.eclipse.jetty.util.IO;

/** Runs many trials side by side; each lane has a database of its own. Trials mostly wait, so there are more lanes than cores. */
final class Trials {

    private static final int LANES = 6;

    private Trials() {}

    /** Every fault at every call for every kind of device, and without any fault first. */
    static List<Cell> all() {
        return Stream.concat(without(), faults().stream().flatMap(Trials::with)).toList();
    }

    /** Each kind of device without any fault, under each circumstance; the usual ones first. */
    static Stream<Cell> without() {
        return Stream.of(
                        Struck.LAUNCH,
                        Struck.LOOK_IN_RESCUE,
                        Struck.USER_SEARCH,
                        Struck.OWN_USER,
                        Struck.SECOND_LOOK,
                        Struck.POWER_CYCLE)
                .flatMap(struck -> Arrays.stream(Subject.values()).map(subject -> new Cell(Cell.NONE, struck, subject)))
                .filter(Cell::makesSense);
    }

    private static Stream<Cell> with(String fault) {
        return Arrays.stream(Struck.values())
                .flatMap(struck -> Arrays.stream(Subject.values()).map(subject -> new Cell(fault, struck, subject)))
                .filter(Cell::makesSense);
    }

    /** The names of all faults, from the stand-in itself. */
    static List<String> faults() {
        try (Provider provider = new Provider(ClassicOptions.onPort(0))) {
            return provider.faults();
        }
    }

    /** The outcomes, in the order of the trials. */
    static List<Outcome> run(List<Cell> cells) {
        BlockingQueue<Store> stores = new LinkedBlockingQueue<>();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        Path folder = folder();
        try {
            for (int lane = 0; lane < Math.min(LANES, cells.size()); lane++)
                stores.add(Store.open("jdbc:sqlite:" + folder.resolve("lane-" + lane + ".db"), InstantSource.system()));
            List<CompletableFuture<Outcome>> running = new ArrayList<>();
            for (Cell cell : cells) running.add(CompletableFuture.supplyAsync(() -> run(cell, stores), lanes));
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            lanes.shutdown();
            stores.forEach(Store::close);
            IO.delete(folder);
        }
    }

    private static Outcome run(Cell cell, BlockingQueue<Store> stores) {
        Store store = stores.remove();
        try {
            return cell.run(store);
        } finally {
            stores.add(store);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("lifeline-faults");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
