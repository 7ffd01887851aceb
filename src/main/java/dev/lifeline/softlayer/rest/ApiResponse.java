package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A successful response.
 *
 * @param totalItems number of rows of all pages together, from {@code SoftLayer-Total-Items}; empty where the provider does not count
 */
public record ApiResponse(JsonNode body, OptionalLong totalItems) {

    /**
     * The returned object; empty when the body is null.
     *
     * @throws ApiException when the body is not an object
     */
    public Optional<ApiObject> object() {
        if (body.isNull()) return Optional.empty();
        if (body.isObject()) return Optional.of(new ApiObject(body));
        throw unexpectedShape("an object");
    }

    /**
     * The returned objects; empty when the body is null.
     *
     * @throws ApiException when the body is no list
     */
    List<ApiObject> objects() {
        if (body.isNull() || body.isArray() || body.isObject()) return ApiObject.listOf(body);
        throw unexpectedShape("a list");
    }

    private ApiException unexpectedShape(String expected) {
        String detail = "expected " + expected + ", got " + body.getNodeType();
        return new ApiException(ApiError.of(ApiError.Kind.UNREADABLE, 200, detail));
    }
}
