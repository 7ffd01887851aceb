package dev.lifeline.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of a rule, at their edges: a rule that holds a minute too short lets a request through without approval. */
class HoursTest {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:00, 2026-11-23T08:59:59Z, false",
        "09:00, 17:00, 2026-11-23T09:00:00Z, true",
        "09:00, 17:00, 2026-11-23T16:59:59Z, true",
        "09:00, 17:00, 2026-11-23T17:00:00Z, false",
        "09:00, 17:00, 2026-11-24T12:00:00Z, false",
        "22:00, 06:00, 2026-11-23T21:59:59Z, false",
        "22:00, 06:00, 2026-11-23T22:00:00Z, true",
        "22:00, 06:00, 2026-11-24T05:59:59Z, true",
        "22:00, 06:00, 2026-11-24T06:00:00Z, false",
        "22:00, 06:00, 2026-11-23T05:59:59Z, false",
        "00:00, 00:00, 2026-11-22T23:59:59Z, false",
        "00:00, 00:00, 2026-11-23T00:00:00Z, true",
        "08:00, 08:00, 2026-11-23T07:00:00Z, true",
        "08:00, 08:00, 2026-11-23T23:59:59Z, true",
        "08:00, 08:00, 2026-11-24T00:00:00Z, false"
    })
    void hours_of_a_monday_begin_at_their_first_and_end_before_their_last_moment(
            LocalTime from, LocalTime to, Instant at, boolean within) {
        assertThat(hours(Set.of(DayOfWeek.MONDAY), from, to).contains(at)).isEqualTo(within);
    }

    @Test
    void hours_and_the_hours_between_them_cover_the_week_once() {
        qt().forAll(
                        integers().between(0, MINUTES_OF_DAY - 1),
                        integers().between(0, MINUTES_OF_DAY - 1),
                        integers().between(0, 7 * MINUTES_OF_DAY))
                .assuming((from, to, minute) -> !from.equals(to))
                .checkAssert((from, to, minute) -> {
                    Instant at = MONDAY.plus(Duration.ofMinutes(minute));
                    Hours some = daily(from, to);
                    Hours others = daily(to, from);
                    assertThat(some.contains(at)).isNotEqualTo(others.contains(at));
                });
    }

    @Test
    void hours_without_a_day_would_never_hold() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(Set.of(), LocalTime.MIDNIGHT, LocalTime.NOON));
    }

    @Test
    void a_reminder_without_a_pause_would_never_end() {
        Duration hour = Duration.ofHours(1);

        assertThat(new PolicyRules.InRescueReminder(hour, hour).every()).isEqualTo(hour);
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyRules.InRescueReminder(Duration.ZERO, hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new PolicyRules.InRescueReminder(hour, hour.negated()));
    }

    private static Hours daily(int fromMinute, int toMinute) {
        return hours(
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.MIDNIGHT.plusMinutes(fromMinute),
                LocalTime.MIDNIGHT.plusMinutes(toMinute));
    }

    private static Hours hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        ZoneId zone = ZoneOffset.UTC;
        return new Hours(days, from, to, zone);
    }
}
