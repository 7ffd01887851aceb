package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.MaintenanceNotices;
import dev.lifeline.sandbox.softlayer.account.TicketSubject;
import dev.lifeline.sandbox.softlayer.account.Tickets;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.MapObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tickets and announced maintenance as the API shows them (src/docs/platform/softlayer.md, section Tickets and maintenance). */
final class SupportObjects {

    private SupportObjects() {}

    static ApiObject subject(TicketSubject subject) {
        return MapObject.ofType("Ticket_Subject").withProperty("id", subject.id()).withProperty("name", subject.name());
    }

    static ApiObject ticket(Tickets.Ticket ticket, CallerView callerView) {
        return MapObject.ofType("Ticket")
                .withProperty("id", ticket.id())
                .withProperty("accountId", CloudUsers.ACCOUNT_ID)
                .withProperty("title", ticket.heading().title())
                .withProperty("subjectId", ticket.heading().subject().id())
                .withProperty("statusId", ticket.open() ? 1001L : 1002L)
                .withProperty("assignedUserId", ticket.author().id())
                .withProperty("createDate", ticket.createdAt())
                .withProperty("modifyDate", ticket.modifiedAt())
                .withProperty("lastEditDate", ticket.modifiedAt())
                .withProperty("lastEditType", "USER")
                .withProperty("priority", ticket.heading().priority())
                .withRelation("subject", () -> subject(ticket.heading().subject()))
                .withRelation("status", () -> status(ticket.open()))
                .withRelation("assignedUser", () -> callerView.toApiObject(ticket.author()))
                .withRelation("updates", () -> updates(ticket, callerView))
                .withRelation("firstUpdate", () -> updates(ticket, callerView).get(0))
                .withRelation("lastUpdate", () -> updates(ticket, callerView).get(ticket.updates().size() - 1))
                .withRelation("attachedVirtualGuests", () -> device(ticket.heading().deviceId(), DeviceType.VIRTUAL_GUEST, callerView))
                .withRelation("attachedHardware", () -> device(ticket.heading().deviceId(), DeviceType.HARDWARE, callerView));
    }

    private static ApiObject status(boolean open) {
        return MapObject.ofType("Ticket_Status")
                .withProperty("id", open ? 1001L : 1002L)
                .withProperty("name", open ? "Open" : "Closed");
    }

    private static List<ApiObject> device(OptionalLong id, DeviceType type, CallerView callerView) {
        return id.stream()
                .mapToObj(Long::toString)
                .flatMap(text -> callerView.findDevice(type, text).stream())
                .map(callerView::toApiObject)
                .toList();
    }

    static List<ApiObject> updates(Tickets.Ticket ticket, CallerView callerView) {
        return ticket.updates().stream()
                .map(update -> update(ticket, update, callerView))
                .toList();
    }

    private static ApiObject update(Tickets.Ticket ticket, Tickets.Update update, CallerView callerView) {
        return MapObject.ofType("Ticket_Update")
                .withProperty("id", update.id())
                .withProperty("ticketId", ticket.id())
                .withProperty("createDate", update.at())
                .withProperty("editorId", update.editor().id())
                .withProperty("editorType", "USER")
                .withProperty("entry", update.entry())
                .withRelation("editor", () -> callerView.toApiObject(update.editor()));
    }

    static ApiObject notice(MaintenanceNotices.Notice notice, CallerView callerView) {
        Optional<Device> device = notice.deviceId().stream()
                .boxed()
                .flatMap(id -> callerView.fakeAccount().fleet().findById(id).stream())
                .filter(callerView::canSee)
                .findFirst();
        return MapObject.ofType("Notification_Occurrence_Event")
                .withProperty("id", notice.id())
                .withProperty("subject", notice.subject())
                .withProperty("summary", notice.subject())
                .withProperty("startDate", notice.startsAt())
                .withProperty("endDate", notice.endsAt())
                .withProperty("modifyDate", notice.startsAt())
                .withRelation("acknowledgedFlag", notice::acknowledged)
                .withRelation("notificationOccurrenceEventType", () -> MapObject.ofType("Notification_Occurrence_Event_Type")
                        .withProperty("keyName", "PLANNED"))
                .withRelation("statusCode", () -> MapObject.ofType("Notification_Occurrence_Status_Code")
                        .withProperty("keyName", "PUBLISHED")
                        .withProperty("name", "Published"))
                .withRelation("impactedResources", () -> device.map(SupportObjects::resource).stream().toList());
    }

    private static ApiObject resource(Device device) {
        return MapObject.ofType("Notification_Occurrence_Resource")
                .withProperty("resourceTableId", device.id())
                .withProperty("resourceName", device.spec().fullyQualifiedDomainName())
                .withProperty("resourceType", device.spec().isGuest() ? "Virtual Server" : "Server")
                .withRelation("resourceAccountId", () -> CloudUsers.ACCOUNT_ID);
    }
}
