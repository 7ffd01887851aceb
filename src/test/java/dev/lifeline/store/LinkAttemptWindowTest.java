package dev.lifeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.ClientAddress;
import dev.lifeline.access.LinkAttempt;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts are counted within an hour from the first of them, whatever the clock does. */
class LinkAttemptWindowTest {

    private static final SlackUserId PERSON = new SlackUserId("U0KEYS");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private Store store;
    private int addresses;

    @BeforeEach
    void open() {
        store = Store.open("jdbc:sqlite:" + folder.resolve("attempts.db"), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** With a token of its own and from another address each time. */
    private LinkAttempt tryKey() {
        String code = store.linkTokens().issue(PERSON, clock.instant().plus(Duration.ofMinutes(10)));
        return store.linkTokens().consumeAttempt(code, new ClientAddress("192.0.2." + addresses++));
    }

    private void useUp() {
        for (int i = 0; i < LinkAttempt.MAX_PER_PERSON; i++)
            assertThat(tryKey()).isInstanceOf(LinkAttempt.Accepted.class);
        assertThat(tryKey()).isInstanceOf(LinkAttempt.Limited.class);
    }

    @Test
    void nobody_is_shut_out_until_the_future_after_the_clock_was_put_back() {
        clock.advance(Duration.ofDays(2));
        useUp();
        clock.advance(Duration.ofDays(-2));
        useUp();
    }

    @Test
    void the_window_ends_an_hour_after_its_first_attempt() {
        useUp();
        clock.advance(LinkAttempt.WINDOW.minusMillis(1));
        assertThat(tryKey()).isInstanceOf(LinkAttempt.Limited.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(tryKey()).isInstanceOf(LinkAttempt.Accepted.class);
    }

    /** A window may be followed by the next at once, so twice the limit is the most in one hour. */
    @RepeatedTest(5)
    void whenever_keys_are_tried_no_hour_takes_more_than_two_windows(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Instant> accepted = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            clock.advance(Duration.ofMinutes(random.nextInt(7)));
            if (tryKey() instanceof LinkAttempt.Accepted) accepted.add(clock.instant());
        }
        assertThat(accepted)
                .allSatisfy(first -> assertThat(accepted)
                        .filteredOn(other -> !other.isBefore(first) && other.isBefore(first.plus(LinkAttempt.WINDOW)))
                        .hasSizeLessThanOrEqualTo(2 * LinkAttempt.MAX_PER_PERSON));
    }
}
