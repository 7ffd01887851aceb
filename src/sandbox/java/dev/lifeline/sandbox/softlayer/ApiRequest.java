package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.CloudUser;
import dev.lifeline.sandbox.softlayer.account.CommandContext;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.ScriptedOutcome;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of an authenticated caller.
 *
 * @param scriptedOutcome the outcome of a transaction that it starts
 */
record ApiRequest(Invocation invocation, CallerView callerView, ScriptedOutcome scriptedOutcome) {

    private static final Pattern INTEGER_TEXT = Pattern.compile("-?\\d{1,18}");

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
     * Returns the id in the path.
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
     * Returns the id in the path as a number.
     *
     * @throws SoftLayerException where there is none, or it is none of a number
     */
    long numericObjectId() {
        if (!INTEGER_TEXT.matches(objectId())) throw SoftLayerException.notFound(objectId());
        return Long.parseLong(objectId());
    }

    /**
     * Returns the device of that id.
     *
     * @throws SoftLayerException 404 for a device that is absent or that the caller cannot see
     */
    Device device(DeviceType deviceType) {
        return callerView.findDevice(deviceType, objectId()).orElseThrow(() -> SoftLayerException.notFound(objectId()));
    }

    /**
     * Refuses callers without the permission.
     *
     * @throws SoftLayerException the refusal of a method
     */
    void requirePermission(String permission) {
        if (!caller().hasPermission(permission)) throw SoftLayerException.permissionDenied();
    }

    /**
     * Returns the n-th parameter, from 0, as a number; a whole number that is sent as text counts too.
     *
     * @throws SoftLayerException where it is missing or not a number
     */
    long numberParameter(int n) {
        return invocation.parameter(n)
                .filter(value -> value.canConvertToLong() || INTEGER_TEXT.matches(value.asText("")))
                .map(JsonNode::asLong)
                .orElseThrow(() -> SoftLayerException.invalidValue("Invalid value provided for parameter " + (n + 1) + "."));
    }

    /** Returns the n-th parameter, from 0, as text; empty where it is missing. */
    Optional<String> textParameter(int n) {
        return invocation.parameter(n).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /**
     * Returns the first parameter as a list; arrays are nested in the array of parameters (src/docs/platform/softlayer.md,
     * section Known issues).
     *
     * @throws SoftLayerException where it is not an array
     */
    List<JsonNode> listParameter() {
        JsonNode argument = invocation.parameter(0)
                .filter(JsonNode::isArray)
                .orElseThrow(
                        () -> SoftLayerException.invalidValue("Invalid value provided for parameter 1: an array is needed."));
        List<JsonNode> elements = new ArrayList<>();
        argument.forEach(elements::add);
        return elements;
    }
}
