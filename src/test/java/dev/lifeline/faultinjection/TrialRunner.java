package dev.lifeline.faultinjection;

import dev.lifeline.sandbox.softlayer.FakeSoftLayerOptions;
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

/** Runs trials in parallel; each worker has a database of its own. Trials mostly wait, so there are more workers than cores. */
final class TrialRunner {

    private static final int WORKER_THREADS = 6;

    private TrialRunner() {}

    /** Every fault at every call for every device type, preceded by the trials without a fault. */
    static List<FaultTrial> all() {
        return Stream.concat(withoutFault(), faultNames().stream().flatMap(TrialRunner::withFault))
                .toList();
    }

    /** Each device type without a fault, under each precondition; the usual ones first. */
    static Stream<FaultTrial> withoutFault() {
        return Stream.of(
                        CallSite.LAUNCH,
                        CallSite.POLL_IN_RESCUE,
                        CallSite.USER_SEARCH,
                        CallSite.BOT_USER_READ,
                        CallSite.SINGLE_POLL,
                        CallSite.POWER_CYCLE)
                .flatMap(callSite -> Arrays.stream(TrialDevice.values())
                        .map(trialDevice -> new FaultTrial(FaultTrial.NO_FAULT, callSite, trialDevice)))
                .filter(FaultTrial::isApplicable);
    }

    private static Stream<FaultTrial> withFault(String fault) {
        return Arrays.stream(CallSite.values())
                .flatMap(callSite -> Arrays.stream(TrialDevice.values())
                        .map(trialDevice -> new FaultTrial(fault, callSite, trialDevice)))
                .filter(FaultTrial::isApplicable);
    }

    /** The names of all faults, from the fake SoftLayer itself. */
    static List<String> faultNames() {
        try (FakeSoftLayerControl fakeSoftLayerControl =
                new FakeSoftLayerControl(FakeSoftLayerOptions.defaultsOnPort(0))) {
            return fakeSoftLayerControl.faultNames();
        }
    }

    /** Runs the trials and returns the results in their order. */
    static List<TrialResult> run(List<FaultTrial> faultTrials) {
        BlockingQueue<Store> stores = new LinkedBlockingQueue<>();
        ExecutorService executor = Executors.newFixedThreadPool(WORKER_THREADS);
        Path folder = newFolder();
        try {
            for (int worker = 0; worker < Math.min(WORKER_THREADS, faultTrials.size()); worker++)
                stores.add(Store.open(
                        "jdbc:sqlite:" + folder.resolve("worker-" + worker + ".db"), InstantSource.system()));
            List<CompletableFuture<TrialResult>> running = new ArrayList<>();
            for (FaultTrial faultTrial : faultTrials)
                running.add(CompletableFuture.supplyAsync(() -> run(faultTrial, stores), executor));
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdown();
            stores.forEach(Store::close);
            IO.delete(folder);
        }
    }

    private static TrialResult run(FaultTrial faultTrial, BlockingQueue<Store> stores) {
        Store store = stores.remove();
        try {
            return faultTrial.run(store);
        } finally {
            stores.add(store);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("lifeline-faults");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
