package dev.lifeline.simulation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Looks for the first seed that breaks a promise; loaded with the classes of a planted fault, it finds that. */
public final class SeedSearch implements Callable<Optional<String>> {

    private static final long FIRST_SEED = 1;
    private static final long MAX_SEEDS = Long.getLong("simulation.planted.seeds", 200);

    /** The number of seeds that it took, and the promise that was broken. */
    @Override
    public Optional<String> call() {
        for (long seed = FIRST_SEED; seed <= MAX_SEEDS; seed++) {
            Optional<Violation> violation = Simulation.run(seed, Set.of()).violation();
            if (violation.isPresent())
                return Optional.of(seed + " | " + violation.get().promise());
        }
        return Optional.empty();
    }

    /** Searches with a fault planted. */
    @SuppressWarnings("unchecked") // this very class, by another class loader
    static Optional<String> with(PlantedFault plantedFault, Path folder) throws Exception {
        plantedFault.compileInto(folder);
        ClassLoader loader = new PatchedClassLoader(folder, SeedSearch.class.getClassLoader());
        Class<?> search = loader.loadClass(SeedSearch.class.getName());
        return ((Callable<Optional<String>>) search.getDeclaredConstructor().newInstance()).call();
    }
}
