package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.EventLog;
import dev.lifeline.sandbox.softlayer.account.CloudUsers;
import dev.lifeline.sandbox.softlayer.account.Permission;
import java.util.List;

/**
 * {@code SoftLayer_Account} and {@code SoftLayer_Event_Log} (src/docs/platform/softlayer.md, section Users and permissions
 * and section Event log).
 */
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

    static MethodRegistry register(MethodRegistry methodRegistry) {
        methodRegistry.addService("Account", apiRequest -> apiRequest.callerView().accountObject())
                .addMethod(
                        "Account",
                        "getCurrentUser",
                        ServiceMethod.returningObject(
                                "User_Customer", request -> request.callerView().toApiObject(request.caller())));
        return registerEventLog(methodRegistry);
    }

    private static MethodRegistry registerEventLog(MethodRegistry methodRegistry) {
        return methodRegistry.addMethod("Event_Log", "getAllObjects", ServiceMethod.returningList("Event_Log", "", apiRequest -> {
                    apiRequest.requirePermission(Permission.USER_EVENT_LOG_VIEW);
                    return apiRequest.fakeAccount().eventLog().all().stream()
                            .map(event -> eventObject(event, apiRequest.callerView()))
                            .toList();
                }))
                .addMethod("Event_Log", "getAllEventNames", ServiceMethod.returningScalar(request -> EVENT_NAMES))
                .addMethod(
                        "Event_Log",
                        "getAllEventObjectNames",
                        ServiceMethod.returningScalar(request -> List.of("CCI", "Server", "User")))
                .addMethod(
                        "Event_Log",
                        "getAllUserTypes",
                        ServiceMethod.returningScalar(request -> List.of("CUSTOMER", "EMPLOYEE", "SYSTEM")));
    }

    private static ApiObject eventObject(EventLog.Event event, CallerView callerView) {
        return MapObject.ofType("Event_Log")
                .withProperty("accountId", CloudUsers.ACCOUNT_ID)
                .withProperty("eventName", event.name())
                .withProperty("eventCreateDate", event.createdAt())
                .withProperty("objectName", event.objectName())
                .withProperty("objectId", event.objectId())
                .withProperty("label", event.label())
                .withProperty("userType", "CUSTOMER")
                .withProperty("userId", event.user().id())
                .withProperty("username", event.user().username())
                .withProperty("openIdConnectUserName", event.user().email())
                .withProperty("traceId", event.traceId())
                .withProperty("ipAddress", "127.0.0.1")
                .withProperty("metaData", "")
                .withRelation("user", () -> callerView.toApiObject(event.user()));
    }
}
