package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * What does one object of an answer say? Read with suspicion: absent, null and of another type are the same, and mean "untold".
 */
public record ApiObject(JsonNode node) {

    /** The offset is that of the API user's profile, with or without a colon (softlayer.md 1.2 and 2.7). */
    private static final DateTimeFormatter DATE_FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    static final ApiObject EMPTY = new ApiObject(JsonNodeFactory.instance.objectNode());

    /** The objects in an answer; one that came without its brackets counts as a list of one (softlayer.md 1.2). */
    static List<ApiObject> listOf(JsonNode node) {
        if (node.isObject()) return List.of(new ApiObject(node));
        if (!node.isArray()) return List.of();
        return StreamSupport.stream(node.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(ApiObject::new)
                .toList();
    }

    public OptionalLong id() {
        OptionalLong id = number("id");
        return id.isPresent() && id.getAsLong() > 0 ? id : OptionalLong.empty();
    }

    /** Text that is not blank, or a scalar as text. */
    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) return Optional.empty();
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    public OptionalLong number(String name) {
        JsonNode value = node.path(name);
        if (value.isIntegralNumber())
            return value.canConvertToLong() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        try {
            return value.isTextual() ? OptionalLong.of(Long.parseLong(value.textValue())) : OptionalLong.empty();
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    public OptionalDouble decimal(String name) {
        try {
            return text(name)
                    .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                    .orElse(OptionalDouble.empty());
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }

    /** Flags come as true, as 1 and as "1". */
    public boolean flag(String name) {
        return text(name)
                .filter(text -> text.equals("1") || text.equalsIgnoreCase("true"))
                .isPresent();
    }

    public boolean hasValue(String name) {
        return node.hasNonNull(name);
    }

    public Optional<Instant> instant(String name) {
        try {
            return text(name)
                    .map(text -> OffsetDateTime.parse(text, DATE_FORMAT).toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** A relation; the empty row where it is missing. */
    public ApiObject object(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? new ApiObject(value) : EMPTY;
    }

    public List<ApiObject> objects(String name) {
        return listOf(node.path(name));
    }
}
