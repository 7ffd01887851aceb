package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.EventLog;
import dev.lifeline.sandbox.classic.world.People;
import dev.lifeline.sandbox.classic.world.Permission;
import java.util.List;

/** The account and its event log (softlayer.md 2.6, 2.7). */
final class AccountMethods {

    private static final List<String> EVENT_NAMES = List.of(
            "Boot From Image",
            "Pause",
            "Permission/Resource change",
            "Power Off",
            "Power On",
            "Reboot",
            "Rescue Boot",
            "Resume",
            "Unmount Image");

    private AccountMethods() {}

    static Methods addTo(Methods methods) {
        methods.objects("Account", request -> request.showing().account())
                .method(
                        "Account",
                        "getCurrentUser",
                        Method.returning(
                                "User_Customer", request -> request.showing().show(request.caller())));
        return events(methods);
    }

    private static Methods events(Methods methods) {
        return methods.method("Event_Log", "getAllObjects", Method.listing("Event_Log", "", request -> {
                    request.requires(Permission.VIEW_EVENTS);
                    return request.estate().events().all().stream()
                            .map(event -> event(event, request.showing()))
                            .toList();
                }))
                .method("Event_Log", "getAllEventNames", Method.scalar(request -> EVENT_NAMES))
                .method(
                        "Event_Log",
                        "getAllEventObjectNames",
                        Method.scalar(request -> List.of("CCI", "Server", "User")))
                .method(
                        "Event_Log",
                        "getAllUserTypes",
                        Method.scalar(request -> List.of("CUSTOMER", "EMPLOYEE", "SYSTEM")));
    }

    private static Thing event(EventLog.Event event, Showing showing) {
        return Row.of("Event_Log")
                .with("accountId", People.ACCOUNT)
                .with("eventName", event.name())
                .with("eventCreateDate", event.at())
                .with("objectName", event.objectName())
                .with("objectId", event.objectId())
                .with("label", event.label())
                .with("userType", "CUSTOMER")
                .with("userId", event.by().id())
                .with("username", event.by().username())
                .with("openIdConnectUserName", event.by().email())
                .with("traceId", event.traceId())
                .with("ipAddress", "127.0.0.1")
                .with("metaData", "")
                .linking("user", () -> showing.show(event.by()));
    }
}
