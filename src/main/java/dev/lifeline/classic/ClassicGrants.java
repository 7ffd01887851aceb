package dev.lifeline.classic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.lifeline.access.Change;
import dev.lifeline.access.Change.Way;
import dev.lifeline.access.GrantOutcome;
import dev.lifeline.access.Grants;
import dev.lifeline.access.Permission;
import dev.lifeline.access.Right;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Kind;
import dev.lifeline.rescue.LaunchOutcome;
import java.util.List;

/**
 * Access as IBM Cloud Classic changes it: portal permissions by key name, devices one by one (softlayer.md 2.6). A permission is never
 * taken from those below without a word: the provider is told not to cascade.
 */
final class ClassicGrants implements Grants {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Orders orders;

    ClassicGrants(Orders orders) {
        this.orders = orders;
    }

    @Override
    public GrantOutcome order(Change change) {
        boolean grant = change.way() == Way.GRANT;
        LaunchOutcome outcome = change.right() instanceof Right.ToDo toDo
                ? permission(change, toDo.permission(), grant)
                : device(change, ((Right.ToReach) change.right()).device(), grant);
        return GrantSigns.read(outcome);
    }

    private LaunchOutcome permission(Change change, Permission permission, boolean grant) {
        ArrayNode permissions = JSON.arrayNode();
        permissions.addObject().put("keyName", permission.name());
        List<JsonNode> withoutCascade = List.of(permissions, BooleanNode.FALSE);
        return grant
                ? orders.send(Order.GRANT_PERMISSION, change.user().value(), List.of(permissions))
                : orders.send(Order.REVOKE_PERMISSION, change.user().value(), withoutCascade);
    }

    private LaunchOutcome device(Change change, DeviceId device, boolean grant) {
        List<JsonNode> id = List.of(LongNode.valueOf(device.value()));
        Order order = device.kind() == Kind.VIRTUAL_GUEST
                ? grant ? Order.GRANT_GUEST : Order.REVOKE_GUEST
                : grant ? Order.GRANT_SERVER : Order.REVOKE_SERVER;
        return orders.send(order, change.user().value(), id);
    }
}
