package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.CommandContext;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.ScriptedOutcome;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call with its caller known.
 *
 * @param scriptedOutcome what is to become of a transaction it starts
 */
record ApiRequest(Invocation invocation, CallerView callerView, ScriptedOutcome scriptedOutcome) {

    FakeAccount fakeAccount() {
        return callerView.fakeAccount();
    }

    CloudUser caller() {
        return callerView.caller();
    }

    CommandContext commandContext() {
        return new CommandContext(caller().id(), callerView.now(), scriptedOutcome);
    }

    /**
     * The id in the path.
     *
     * @throws SoftLayerException where there is none
     */
    String objectId() {
        return invocation.id()
                .orElseThrow(() -> new SoftLayerException(
                        500,
                        "SoftLayer_Exception",
                        "Object does not exist to execute method on. (" + invocation.service() + "::" + invocation.method() + ")"));
    }

    /**
     * The device of that id.
     *
     * @throws SoftLayerException 404 for one that is absent or out of the caller's sight
     */
    Device device(DeviceType deviceType) {
        return callerView.findDevice(deviceType, objectId()).orElseThrow(() -> SoftLayerException.notFound(objectId()));
    }

    /**
     * Refuses callers without the permission.
     *
     * @throws SoftLayerException the method-level refusal
     */
    void requirePermission(String permission) {
        if (!caller().hasPermission(permission)) throw SoftLayerException.permissionDenied();
    }

    /**
     * The n-th argument as a number.
     *
     * @throws SoftLayerException where it is missing or none
     */
    long numberParameter(int n) {
        return invocation.parameter(n)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::asLong)
                .orElseThrow(() -> SoftLayerException.invalidValue("Invalid value provided for parameter " + (n + 1) + "."));
    }

    /** The n-th argument as text, where there is one. */
    Optional<String> textParameter(int n) {
        return invocation.parameter(n).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /**
     * The first argument as a list: arrays are nested in the parameters' array (softlayer.md, trap 19).
     *
     * @throws SoftLayerException where it is no list
     */
    List<JsonNode> listParameter() {
        JsonNode argument = invocation.parameter(0)
                .filter(JsonNode::isArray)
                .orElseThrow(
                        () -> SoftLayerException.invalidValue("Invalid value provided for parameter 1: an array is needed."));
        List<JsonNode> all = new ArrayList<>();
        argument.forEach(all::add);
        return all;
    }
}
