package dev.lifeline.slack;

import dev.lifeline.message.Outbox;
import dev.lifeline.message.Outbox.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How does a lane get empty? One letter after the other; the first that cannot go yet stops the lane, one that never can does not. */
final class LaneDelivery {

    private static final Logger log = LoggerFactory.getLogger(LaneDelivery.class);
    /** A word of Slack's that no list knows may pass, or not; after so many attempts it is taken not to. */
    private static final int PATIENCE = 6;

    private final Outbox outbox;
    private final LetterCarrier carrier;
    private final Undeliverable undeliverable;
    private final HomeSearch homes;
    private final InstantSource clock;
    private final Setbacks setbacks = new Setbacks();

    LaneDelivery(
            Outbox outbox, LetterCarrier carrier, Undeliverable undeliverable, HomeSearch homes, InstantSource clock) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.undeliverable = undeliverable;
        this.homes = homes;
        this.clock = clock;
    }

    /**
     * Delivers what waits.
     *
     * @return empty when nothing is left, else when to come again
     */
    Optional<Instant> deliver(String lane) {
        Set<Long> done = new HashSet<>();
        List<Letter> waiting = outbox.waiting(lane);
        while (waiting.stream().anyMatch(letter -> !done.contains(letter.id()))) {
            for (Letter letter : waiting) {
                Optional<Instant> again = done.add(letter.id()) ? delivered(letter) : Optional.empty();
                if (again.isPresent()) return again;
            }
            waiting = outbox.waiting(lane);
        }
        return Optional.empty();
    }

    private Optional<Instant> delivered(Letter letter) {
        try {
            homes.stillOurs();
            Optional<Instant> turn = carrier.carry(letter);
            if (turn.isEmpty()) setbacks.over(letter.lane());
            return turn;
        } catch (SlackFailure failure) {
            return settled(letter, failure);
        }
    }

    private Optional<Instant> settled(Letter letter, SlackFailure failure) {
        int times = setbacks.another(letter.lane());
        boolean later = failure.error().passes() || (failure.error() == SlackError.OTHER && oddly(letter) < PATIENCE);
        log.warn(
                "Letter {} of lane {} not delivered: {}; {}",
                letter.id(),
                letter.lane(),
                failure.getMessage(),
                later ? "later" : "never");
        if (later) return Optional.of(clock.instant().plus(pause(failure, times)));
        setbacks.over(letter.lane());
        undeliverable.undeliverable(letter, reason(failure.error()));
        outbox.undeliverable(letter, failure.code());
        return Optional.empty();
    }

    /** How often was this very letter refused with a word that nobody knows? An outage before does not count. */
    private int oddly(Letter letter) {
        return setbacks.another("letter " + letter.id());
    }

    private static Duration pause(SlackFailure failure, int times) {
        return failure.retryAfter().orElseGet(() -> Setbacks.pause(times));
    }

    private static Undeliverable.Reason reason(SlackError error) {
        return switch (error) {
            case NOT_INVITED -> Undeliverable.Reason.NOT_INVITED;
            case PLACE_CLOSED -> Undeliverable.Reason.PLACE_CLOSED;
            case PERSON -> Undeliverable.Reason.PERSON_UNREACHABLE;
            case RATE_LIMITED, AWAY, ACCOUNT, MESSAGE_GONE, SHAPE, OTHER -> Undeliverable.Reason.REFUSED;
        };
    }
}
