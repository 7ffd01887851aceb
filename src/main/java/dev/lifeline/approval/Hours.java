package dev.lifeline.approval;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When does a rule hold? From a time of day to another, on some days of the week, on the clock of some zone.
 *
 * @param to not included; earlier than {@code from} where the hours go over midnight: then they belong to the day they began on
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

    public Hours {
        if (days.isEmpty()) throw new IllegalArgumentException("hours without a day");
        days = Set.copyOf(days);
    }

    /** Whether the moment is within them. */
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
