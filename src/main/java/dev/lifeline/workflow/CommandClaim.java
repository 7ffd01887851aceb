package dev.lifeline.workflow;

import dev.lifeline.rescue.ClaimedCommand;
import dev.lifeline.rescue.RescueProvider.SendGuard;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.RescueRequests;
import dev.lifeline.rescue.Stage;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right of this process to send a command that it claimed. It ends when the send-by time has passed or somebody else has moved the
 * request on, as happens while a process is stopped or its machine suspended. Each question reads the request from the database first and the
 * ticker last.
 */
final class CommandClaim implements SendGuard {

    private static final Logger LOG = LoggerFactory.getLogger(CommandClaim.class);

    /**
     * From the claim until the command has to leave. Together with the 120 s that its response may take it is less than {@link
     * dev.lifeline.rescue.monitor.RescueTimeouts#firstSign}, so that nobody judges a command that is still under way.
     */
    static final Duration SEND_WINDOW = Duration.ofSeconds(45);

    private final RescueRequest claimed;
    private final RescueRequests requests;
    private final LongSupplier nanoTime;
    private final long claimedAt;

    /**
     * Starts the send-by time; to be created before the claim is saved.
     *
     * @param claimed the request as the claim leaves it
     * @param nanoTime a monotonic clock in nanoseconds
     */
    CommandClaim(RescueRequest claimed, RescueRequests requests, LongSupplier nanoTime) {
        this.claimed = claimed;
        this.requests = requests;
        this.nanoTime = nanoTime;
        this.claimedAt = nanoTime.getAsLong();
    }

    /** The stage that the claim made. */
    Stage stage() {
        return claimed.stage();
    }

    @Override
    public boolean maySend() {
        boolean held = requests.find(claimed.id())
                .map(RescueRequest::stage)
                .filter(stage -> ClaimedCommand.isSame(stage, claimed.stage()) && !isTakenBack(stage))
                .isPresent();
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - claimedAt);
        boolean inTime = elapsed.compareTo(SEND_WINDOW) < 0;
        if (!held || !inTime)
            LOG.warn("Command of request {} not sent: claim held {}, {} after it", claimed.id(), held, elapsed);
        return held && inTime;
    }

    private static boolean isTakenBack(Stage stage) {
        return stage instanceof Stage.Launching launching
                && launching.withdrawal().isPresent();
    }
}
