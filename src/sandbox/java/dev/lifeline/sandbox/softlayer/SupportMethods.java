package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.MaintenanceNotices;
import dev.lifeline.sandbox.softlayer.account.TicketSubject;
import dev.lifeline.sandbox.softlayer.account.Tickets;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * {@code SoftLayer_Ticket}, {@code SoftLayer_Ticket_Subject} and {@code SoftLayer_Notification_Occurrence_Event}
 * (src/docs/platform/softlayer.md, section Tickets and maintenance).
 */
final class SupportMethods {

    private static final String EVENT = "Notification_Occurrence_Event";

    private SupportMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        return methodRegistry
                .addService("Ticket", request -> SupportObjects.ticket(findTicket(request), request.callerView()))
                .addMethod("Ticket", "createStandardTicket", ServiceMethod.returningObject("Ticket", SupportMethods::create))
                .addMethod("Ticket", "addUpdate", ServiceMethod.returningList("Ticket_Update", "-", SupportMethods::addUpdate))
                .addService("Ticket_Subject", SupportMethods::findSubject)
                .addMethod(
                        "Ticket_Subject",
                        "getAllObjects",
                        ServiceMethod.returningList("Ticket_Subject", "", request -> TicketSubject.ALL.stream()
                                .map(SupportObjects::subject)
                                .toList()))
                .addService(EVENT, request -> SupportObjects.notice(findNotice(request), request.callerView()))
                .addMethod(EVENT, "getAllObjects", ServiceMethod.returningList(EVENT, "", SupportMethods::notices))
                .addMethod(EVENT, "acknowledgeNotification", ServiceMethod.command(request ->
                        request.fakeAccount().records().maintenanceNotices().acknowledge(findNotice(request))));
    }

    private static Tickets.Ticket findTicket(ApiRequest request) {
        request.requirePermission("TICKET_VIEW");
        return request.fakeAccount()
                .records()
                .tickets()
                .find(request.numericObjectId())
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static ApiObject findSubject(ApiRequest request) {
        return TicketSubject.find(request.numericObjectId())
                .map(SupportObjects::subject)
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    /** Parameters: the template, the contents, the id of the device and, last, its type. */
    private static ApiObject create(ApiRequest request) {
        request.requirePermission("TICKET_ADD");
        JsonNode template = request.invocation().parameter(0).orElseGet(JsonNodeFactory.instance::objectNode);
        TicketSubject subject = TicketSubject.find(template.path("subjectId").asLong())
                .orElseThrow(() -> SoftLayerException.invalidValue("Invalid ticket subject."));
        String contents = request.textParameter(1).filter(text -> !text.isBlank())
                .orElseThrow(() -> SoftLayerException.publicError("Ticket contents must be provided."));
        String title = template.path("title").asText("").isBlank() ? subject.name() : template.path("title").asText();
        Tickets.Heading heading =
                new Tickets.Heading(title, subject, template.path("priority").asLong(), deviceId(request));
        Tickets.Ticket opened = request.fakeAccount()
                .records()
                .tickets()
                .open(heading, contents, request.caller(), request.callerView().now());
        return SupportObjects.ticket(opened, request.callerView());
    }

    private static OptionalLong deviceId(ApiRequest request) {
        if (request.textParameter(2).isEmpty()) return OptionalLong.empty();
        String id = Long.toString(request.numberParameter(2));
        return Stream.of(DeviceType.VIRTUAL_GUEST, DeviceType.HARDWARE)
                .flatMap(type -> request.callerView().findDevice(type, id).stream())
                .mapToLong(Device::id)
                .findFirst();
    }

    private static List<ApiObject> addUpdate(ApiRequest request) {
        Tickets.Ticket ticket = findTicket(request);
        String entry = request.invocation().parameter(0).map(update -> update.path("entry").asText("")).orElse("");
        if (entry.isBlank()) throw SoftLayerException.publicError("Ticket update must have an entry.");
        return request.fakeAccount()
                .records()
                .tickets()
                .update(ticket.id(), entry, request.caller(), request.callerView().now())
                .map(updated -> SupportObjects.updates(updated, request.callerView()))
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static MaintenanceNotices.Notice findNotice(ApiRequest request) {
        return request.fakeAccount()
                .records()
                .maintenanceNotices()
                .find(request.numericObjectId())
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static List<ApiObject> notices(ApiRequest request) {
        return request.fakeAccount().records().maintenanceNotices().all().stream()
                .map(notice -> SupportObjects.notice(notice, request.callerView()))
                .toList();
    }
}
