package dev.lifeline.sandbox.classic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.CloudUser;
import dev.lifeline.sandbox.classic.world.Deed;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Fate;
import dev.lifeline.sandbox.classic.world.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call with its caller known.
 *
 * @param fate what is to become of a transaction it starts
 */
record Request(Invocation call, Showing showing, Fate fate) {

    Estate estate() {
        return showing.estate();
    }

    CloudUser caller() {
        return showing.caller();
    }

    Deed deed() {
        return new Deed(caller().id(), showing.now(), fate);
    }

    /**
     * The id in the path.
     *
     * @throws ApiError where there is none
     */
    String id() {
        return call.id()
                .orElseThrow(() -> new ApiError(
                        500,
                        "SoftLayer_Exception",
                        "Object does not exist to execute method on. (" + call.service() + "::" + call.method() + ")"));
    }

    /**
     * The device of that id.
     *
     * @throws ApiError 404 for one that is absent or out of the caller's sight
     */
    Device device(Kind kind) {
        return showing.device(kind, id()).orElseThrow(() -> ApiError.notFound(id()));
    }

    /**
     * Refuses callers without the permission.
     *
     * @throws ApiError the method-level refusal
     */
    void requires(String permission) {
        if (!caller().holds(permission)) throw ApiError.notPermitted();
    }

    /**
     * The n-th argument as a number.
     *
     * @throws ApiError where it is missing or none
     */
    long number(int n) {
        return call.argument(n)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::asLong)
                .orElseThrow(() -> ApiError.invalidValue("Invalid value provided for parameter " + (n + 1) + "."));
    }

    /** The n-th argument as text, where there is one. */
    Optional<String> text(int n) {
        return call.argument(n).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    /**
     * The first argument as a list: arrays are nested in the parameters' array (softlayer.md, trap 19).
     *
     * @throws ApiError where it is no list
     */
    List<JsonNode> list() {
        JsonNode argument = call.argument(0)
                .filter(JsonNode::isArray)
                .orElseThrow(
                        () -> ApiError.invalidValue("Invalid value provided for parameter 1: an array is needed."));
        List<JsonNode> all = new ArrayList<>();
        argument.forEach(all::add);
        return all;
    }
}
