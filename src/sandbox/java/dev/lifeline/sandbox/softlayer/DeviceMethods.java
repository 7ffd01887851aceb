package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.DeviceCommands;
import dev.lifeline.sandbox.softlayer.account.CommandContext;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import dev.lifeline.sandbox.softlayer.account.Permission;
import dev.lifeline.sandbox.softlayer.account.AnsweringSystem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods that both device types have. */
final class DeviceMethods {

    private static final Pattern IPV4_PATTERN =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private final DeviceType deviceType;
    private final String service;

    DeviceMethods(DeviceType deviceType, String service) {
        this.deviceType = deviceType;
        this.service = service;
    }

    MethodRegistry register(MethodRegistry methodRegistry) {
        for (String reboot : List.of("rebootDefault", "rebootSoft", "rebootHard", "powerCycle"))
            methodRegistry.addMethod(
                    service,
                    reboot,
                    remoteManagementMethod((deviceCommands, device, commandContext) -> deviceCommands.reboot(device, commandContext, reboot), "Reboot"));
        return methodRegistry.addService(service, apiRequest -> apiRequest.callerView().toApiObject(apiRequest.device(deviceType)))
                .addMethod(service, "powerOn", remoteManagementMethod(DeviceCommands::powerOn, "Power On"))
                .addMethod(service, "powerOff", remoteManagementMethod(DeviceCommands::powerOff, "Power Off"))
                .addMethod(service, "isPingable", ServiceMethod.returningScalar(this::isAnswering))
                .addMethod(service, "isBackendPingable", ServiceMethod.returningScalar(this::isAnswering))
                .addMethod(
                        service,
                        "getProvisionDate",
                        ServiceMethod.returningScalar(request -> request.device(deviceType).spec().provisionedAt()))
                .addMethod(service, "findByHostname", ServiceMethod.returningList(service, "-", this::findByHostname))
                .addMethod(service, "editObject", ServiceMethod.command(this::edit))
                .addMethod(
                        service,
                        "setTags",
                        ServiceMethod.command(request -> TagMethods.setTags(request.device(deviceType), request)))
                .addMethod(service, "findByIpAddress", ServiceMethod.returningObject(service, this::findByIpAddress));
    }

    /** A command of a device's remote management. */
    @FunctionalInterface
    interface RemoteManagementCommand {
        void execute(DeviceCommands deviceCommands, Device device, CommandContext commandContext);
    }

    ServiceMethod remoteManagementMethod(RemoteManagementCommand remoteManagementCommand, String event) {
        return commandMethod(
                Permission.REMOTE_MANAGEMENT,
                event,
                (device, apiRequest) -> remoteManagementCommand.execute(apiRequest.fakeAccount().commands(), device, apiRequest.commandContext()));
    }

    /** A command to a device. */
    @FunctionalInterface
    interface DeviceAction {
        void perform(Device device, ApiRequest apiRequest);
    }

    /** Returns a method that requires a visible device and a permission, executes the command and records the event. */
    ServiceMethod commandMethod(String permission, String event, DeviceAction deviceAction) {
        return ServiceMethod.command(apiRequest -> {
            Device device = apiRequest.device(deviceType);
            apiRequest.requirePermission(permission);
            deviceAction.perform(device, apiRequest);
            apiRequest.fakeAccount().eventLog().record(apiRequest.caller(), apiRequest.callerView().now(), event, device.spec());
        });
    }

    private List<ApiObject> findByHostname(ApiRequest apiRequest) {
        String hostname = apiRequest.textParameter(0).orElse("");
        return apiRequest.fakeAccount()
                .fleet()
                .all(deviceType)
                .filter(device -> device.spec().hostname().equals(hostname))
                .filter(apiRequest.callerView()::canSee)
                .map(apiRequest.callerView()::toApiObject)
                .toList();
    }

    /** Changes host name and notes; other properties of the template are ignored here. */
    private void edit(ApiRequest apiRequest) {
        Device device = apiRequest.device(deviceType);
        JsonNode template = apiRequest.invocation()
                .parameter(0)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> SoftLayerException.invalidValue("Invalid value provided for parameter 1."));
        if (template.hasNonNull("hostname")) {
            apiRequest.requirePermission("HOSTNAME_EDIT");
            device.rename(template.path("hostname").asText());
        }
        if (template.hasNonNull("notes")) device.note(template.path("notes").asText());
    }

    private boolean isAnswering(ApiRequest apiRequest) {
        Device device = apiRequest.device(deviceType);
        return device.snapshotAt(apiRequest.callerView().now()).appearance().answeringSystem() != AnsweringSystem.SILENT;
    }

    /**
     * Finds a device by an address; null, not an error, for an unknown one (src/docs/platform/softlayer.md, section Search
     * / typeahead).
     */
    private @Nullable Object findByIpAddress(ApiRequest apiRequest) {
        String address = apiRequest.textParameter(0).orElse("");
        if (!IPV4_PATTERN.matcher(address).matches()) throw SoftLayerException.publicError("Invalid IP address of " + address);
        Optional<Device> found = apiRequest.fakeAccount()
                .fleet()
                .all(deviceType)
                .filter(device -> address.equals(device.spec().address())
                        || address.equals(device.spec().backendAddress()))
                .filter(apiRequest.callerView()::canSee)
                .findFirst();
        return found.map(apiRequest.callerView()::toApiObject).orElse(null);
    }
}
