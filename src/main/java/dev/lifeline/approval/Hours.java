package dev.lifeline.approval;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week in which a rule applies, in a time zone.
 *
 * @param days not empty
 * @param from included
 * @param to not included; earlier than {@code from} where the hours pass midnight, which then belong to the day they began
 *     on; equal to it for the whole day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

    public Hours {
        if (days.isEmpty()) throw new IllegalArgumentException("hours without a day");
        days = Set.copyOf(days);
    }

    /** Whether the instant is within the hours. */
    public boolean contains(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek today = local.getDayOfWeek();
        if (from.equals(to)) return days.contains(today);
        if (from.isBefore(to)) return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
        if (!time.isBefore(from)) return days.contains(today);
        return time.isBefore(to) && days.contains(today.minus(1));
    }
}
