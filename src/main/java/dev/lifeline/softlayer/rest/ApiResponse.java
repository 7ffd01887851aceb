package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the provider answered; not an error.
 *
 * @param totalItems how many rows there are in all, where the provider counts them
 */
public record ApiResponse(JsonNode body, OptionalLong totalItems) {

    /** The one object asked for; empty where the answer is null. */
    public Optional<ApiObject> object() {
        if (body.isNull()) return Optional.empty();
        if (body.isObject()) return Optional.of(new ApiObject(body));
        throw unexpectedShape("an object");
    }

    /** The objects asked for. */
    List<ApiObject> objects() {
        if (body.isNull() || body.isArray() || body.isObject()) return ApiObject.listOf(body);
        throw unexpectedShape("a list");
    }

    private ApiException unexpectedShape(String expected) {
        String why = "expected " + expected + ", got " + body.getNodeType();
        return new ApiException(ApiError.of(ApiError.Kind.UNREADABLE, 200, why));
    }
}
