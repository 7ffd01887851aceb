package dev.lifeline.classic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the provider answered; not an error.
 *
 * @param total how many rows there are in all, where the provider counts them
 */
record Answer(JsonNode body, OptionalLong total) {

    /** The one object asked for; empty where the answer is null. */
    Optional<Row> row() {
        if (body.isNull()) return Optional.empty();
        if (body.isObject()) return Optional.of(new Row(body));
        throw unreadable("an object");
    }

    /** The objects asked for. */
    List<Row> rows() {
        if (body.isNull() || body.isArray() || body.isObject()) return Row.all(body);
        throw unreadable("a list");
    }

    private ApiRefusal unreadable(String expected) {
        String why = "expected " + expected + ", got " + body.getNodeType();
        return new ApiRefusal(ApiError.garbled(ApiError.Kind.UNREADABLE, 200, why));
    }
}
