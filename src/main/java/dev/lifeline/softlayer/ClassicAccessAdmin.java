package dev.lifeline.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.AccessChange;
import dev.lifeline.access.AccessChange.Direction;
import dev.lifeline.access.Entitlement;
import dev.lifeline.access.Permission;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceType;
import dev.lifeline.rescue.RescueProvider.PreparedCommand;
import dev.lifeline.softlayer.rest.CommandClient;
import dev.lifeline.softlayer.rest.ProviderCommand;
import java.util.List;

/**
 * Changes access at IBM Cloud Classic: portal permissions by key name, device access one device at a time
 * (src/docs/platform/softlayer.md, section Users and permissions). Removing a permission never cascades to child users: the provider
 * rejects it where one holds it. One provider command for each change, never retried; blocks up to 120 s. Thread-safe.
 */
final class ClassicAccessAdmin implements AccessAdmin {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CommandClient commands;

    ClassicAccessAdmin(CommandClient commands) {
        this.commands = commands;
    }

    @Override
    public PreparedChange prepare(AccessChange accessChange) {
        boolean grant = accessChange.direction() == Direction.GRANT;
        PreparedCommand command = accessChange.entitlement()
                        instanceof Entitlement.PermissionEntitlement permissionEntitlement
                ? changePermission(accessChange, permissionEntitlement.permission(), grant)
                : changeDeviceAccess(
                        accessChange, ((Entitlement.DeviceEntitlement) accessChange.entitlement()).deviceId(), grant);
        return maySend -> AccessErrorClassifier.toResult(command.send(maySend::getAsBoolean));
    }

    private PreparedCommand changePermission(AccessChange accessChange, Permission permission, boolean grant) {
        ArrayNode permissions = JSON.arrayNode();
        permissions.addObject().put("keyName", permission.name());
        List<JsonNode> permissionsWithoutCascade = List.of(permissions, BooleanNode.FALSE);
        return grant
                ? commands.prepare(
                        ProviderCommand.GRANT_PERMISSION, accessChange.userId().value(), List.of(permissions))
                : commands.prepare(
                        ProviderCommand.REVOKE_PERMISSION, accessChange.userId().value(), permissionsWithoutCascade);
    }

    private PreparedCommand changeDeviceAccess(AccessChange accessChange, DeviceId device, boolean grant) {
        List<JsonNode> parameters = List.of(LongNode.valueOf(device.providerId()));
        ProviderCommand providerCommand = device.type() == DeviceType.VIRTUAL_GUEST
                ? grant ? ProviderCommand.GRANT_GUEST_ACCESS : ProviderCommand.REVOKE_GUEST_ACCESS
                : grant ? ProviderCommand.GRANT_SERVER_ACCESS : ProviderCommand.REVOKE_SERVER_ACCESS;
        return commands.prepare(providerCommand, accessChange.userId().value(), parameters);
    }
}
