package dev.lifeline.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rescues during which processes are killed, paused or terminated at one point, on one database or another. */
final class KillMatrix {

    private static final List<RescueDevice> DEVICES = List.of(
            RescueDevice.GUEST,
            RescueDevice.BARE_METAL,
            RescueDevice.WINDOWS_GUEST,
            RescueDevice.WINDOWS_BARE_METAL,
            RescueDevice.BARE_METAL_WITHOUT_OS);

    private final Path folder;

    KillMatrix(Path folder) {
        this.folder = folder;
    }

    /** The database, and how many processes serve it. */
    enum Setup {
        SQLITE(1),
        POSTGRESQL(3);

        private final int processes;

        Setup(int processes) {
            this.processes = processes;
        }
    }

    /** One rescue. */
    record Cell(Setup setup, Disturbance disturbance, KillPoint point, RescueDevice device) {}

    /** @param recoveryMillis from the signal until the rescue was seen to go on */
    record Outcome(Cell cell, RescueRun.Result result, long recoveryMillis) {}

    /** Every signal at every point; each with one device, so that every device meets every signal and every point meets two. */
    static List<Cell> pairs(Setup setup) {
        List<Cell> cells = new ArrayList<>();
        for (Disturbance disturbance : Disturbance.values())
            for (KillPoint point : KillPoint.values())
                cells.add(new Cell(
                        setup,
                        disturbance,
                        point,
                        DEVICES.get((point.ordinal() + disturbance.ordinal() + 2 * setup.ordinal()) % DEVICES.size())));
        return cells;
    }

    /** Every signal at every point with every device. */
    static List<Cell> all(Setup setup) {
        return Stream.of(Disturbance.values())
                .flatMap(disturbance -> Stream.of(KillPoint.values())
                        .flatMap(point -> DEVICES.stream().map(device -> new Cell(setup, disturbance, point, device))))
                .toList();
    }

    /**
     * Runs one rescue to its end.
     *
     * @throws AssertionError where a command reached the provider twice, a reply is missing or doubled, or nobody takes over
     */
    Outcome run(Cell cell) {
        String database = cell.setup() == Setup.SQLITE
                ? "jdbc:sqlite:" + folder.resolve(System.nanoTime() + ".db")
                : ReplicasTest.emptySchemaUrl();
        try (FakePlatforms platforms = new FakePlatforms();
                Replicas replicas = Replicas.start(platforms, database, folder, cell.setup().processes)) {
            int spared = cell.point().ordinal() + cell.disturbance().ordinal();
            RescueRun run = new RescueRun(
                    platforms,
                    () -> replicas.strike(cell.disturbance(), spared),
                    new BotDatabase(database),
                    cell.device(),
                    List.of(Kill.at(cell.point())));
            try {
                return new Outcome(cell, run.run(), run.longestRecoveryMillis());
            } catch (AssertionError | RuntimeException e) {
                System.out.println(cell + "\n" + platforms.visibleText() + "\n" + replicas.logs());
                throw e;
            }
        }
    }
}
