package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceNotices;
import dev.lifeline.device.DeviceType;
import dev.lifeline.device.Notices;
import dev.lifeline.device.Notices.Maintenance;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Announced maintenance and open tickets of the account, each list read as a whole and kept for a while, since neither service can be asked
 * for one device (src/docs/platform/softlayer.md, section Tickets and maintenance). Thread-safe.
 */
final class ClassicDeviceNotices implements DeviceNotices {

    private static final String PLANNED = "PLANNED";

    private final NoticeList events;
    private final NoticeList tickets;

    /** @param queries answers within seconds or not at all: nobody waits longer for what only informs */
    ClassicDeviceNotices(QueryClient queries, Ticker ticker) {
        this.events = new NoticeList(queries, ticker);
        this.tickets = new NoticeList(queries, ticker);
    }

    @Override
    public Notices find(Device device, Instant now) {
        Optional<List<ApiObject>> announced =
                events.read(ApiQuery.of(QueryMethod.EVENTS).withFilter(ObjectFilters.endsAfterDayBefore(now)));
        Optional<List<ApiObject>> open = tickets.read(ApiQuery.of(QueryMethod.OPEN_TICKETS));
        List<Maintenance> maintenance = rows(announced)
                .filter(event -> concerns(event, device))
                .flatMap(event -> maintenance(event).stream())
                .filter(each -> each.endsAt().isAfter(now))
                .sorted(Comparator.comparing(Maintenance::startsAt))
                .toList();
        List<Long> attached = rows(open)
                .filter(ticket -> isAttached(ticket, device))
                .flatMap(ticket -> ticket.id().stream().boxed())
                .toList();
        return new Notices(maintenance, attached, announced.isPresent() && open.isPresent());
    }

    private static Stream<ApiObject> rows(Optional<List<ApiObject>> read) {
        return read.stream().flatMap(List::stream);
    }

    /** Guests and hardware are numbered apart, and a resource does not tell which it is: its name has to agree too. */
    private static boolean concerns(ApiObject event, Device device) {
        return event.objects("impactedResources").stream()
                .anyMatch(resource -> resource.number("resourceTableId").orElse(0)
                                == device.id().providerId()
                        && isNamed(
                                resource.text("resourceName").orElse(""),
                                device.name().hostname()));
    }

    private static boolean isNamed(String resourceName, String hostname) {
        String name = resourceName.toLowerCase(Locale.ROOT);
        String host = hostname.toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.equals(host) || name.startsWith(host + ".");
    }

    /** Empty for what is no planned maintenance, or names no time. */
    private static Optional<Maintenance> maintenance(ApiObject event) {
        boolean planned = event.object("notificationOccurrenceEventType")
                .text("keyName")
                .filter(PLANNED::equals)
                .isPresent();
        Optional<Instant> start = event.instant("startDate").filter(at -> planned);
        return start.flatMap(from -> event.instant("endDate")
                .map(to -> new Maintenance(event.text("subject").orElse(""), from, to)));
    }

    private static boolean isAttached(ApiObject ticket, Device device) {
        boolean guest = device.id().type() == DeviceType.VIRTUAL_GUEST;
        return ticket.objects(guest ? "attachedVirtualGuests" : "attachedHardware").stream()
                .anyMatch(attached -> attached.id().orElse(0) == device.id().providerId());
    }
}
