package dev.lifeline.rescue;

import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Closed;
import dev.lifeline.rescue.Stage.Exiting;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request that may have sent a command knew of the installed system of its device when it was closed. A later launch takes what
 * answers then for the installed system only where this allows it
 * (src/docs/decisions/0029-a-host-key-is-the-installed-system-s-only-where-earlier-requests-allow-it.md).
 *
 * @param hostKey fingerprint of its SSH host key; empty where it was never seen
 * @param proved whether it was seen to run at the end; otherwise the device may have been left in the rescue kernel
 */
public record InstalledSystem(Optional<String> hostKey, boolean proved) {

    /** What was known in a stage when these events closed it; empty where no command can have been sent. */
    static Optional<InstalledSystem> atEnd(Stage last, List<RescueEvent> events) {
        if (last instanceof Closed closed) return closed.installedSystem();
        boolean proved = events.stream().anyMatch(InstalledSystem::isProof);
        return baseline(last).map(before -> new InstalledSystem(hostKey(before), proved));
    }

    private static boolean isProof(RescueEvent event) {
        return event instanceof RescueEvent.LaunchDidNotTake
                || (event instanceof RescueEvent.Exited exited
                        && exited.evidence() != Evidence.REPORTED_BY_PERSON
                        && exited.evidence() != Evidence.REPORTED_BY_PROVIDER);
    }

    private static Optional<Baseline> baseline(Stage stage) {
        if (stage instanceof Launching launching) return Optional.of(launching.baseline());
        if (stage instanceof Booting booting) return Optional.of(booting.baseline());
        if (stage instanceof InRescue inRescue) return Optional.of(inRescue.baseline());
        return stage instanceof Exiting exiting ? Optional.of(exiting.baseline()) : Optional.empty();
    }

    private static Optional<String> hostKey(Baseline baseline) {
        return baseline.replaced() ? Optional.empty() : baseline.hostKey().or(baseline::earlierHostKey);
    }

    /**
     * What earlier requests of a device tell: the last host key that one knew, and how the last one ended.
     *
     * @param requests the newest first; those that sent no command tell nothing
     */
    public static Optional<InstalledSystem> lastKnown(List<RescueRequest> requests) {
        List<InstalledSystem> known =
                requests.stream().flatMap(InstalledSystem::ofClosed).toList();
        Optional<String> lastHostKey =
                known.stream().flatMap(one -> one.hostKey().stream()).findFirst();
        return known.stream().findFirst().map(last -> new InstalledSystem(lastHostKey, last.proved()));
    }

    private static Stream<InstalledSystem> ofClosed(RescueRequest request) {
        return request.stage() instanceof Closed closed ? closed.installedSystem().stream() : Stream.empty();
    }
}
