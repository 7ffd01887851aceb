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
 * One JSON object of a response, read leniently: a property that is absent, null or of another type than expected counts as absent.
 * Immutable as long as the node is.
 */
public record ApiObject(JsonNode node) {

    /** The offset is that of the API user's profile, with or without a colon (src/docs/platform/softlayer.md, section REST rules). */
    private static final DateTimeFormatter DATE_FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    /** Above the length of any name, address or status of the provider. */
    private static final int MAX_TEXT_CHARS = 1_000;

    static final ApiObject EMPTY = new ApiObject(JsonNodeFactory.instance.objectNode());

    /**
     * The objects of an array; a single object that came without brackets is a list of one (src/docs/platform/softlayer.md, section REST
     * rules).
     */
    static List<ApiObject> listOf(JsonNode node) {
        if (node.isObject()) return List.of(new ApiObject(node));
        if (!node.isArray()) return List.of();
        return StreamSupport.stream(node.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(ApiObject::new)
                .toList();
    }

    /** The object's SoftLayer id; empty unless positive. */
    public OptionalLong id() {
        OptionalLong id = number("id");
        return id.isPresent() && id.getAsLong() > 0 ? id : OptionalLong.empty();
    }

    /** A scalar as text, truncated to {@link #MAX_TEXT_CHARS} and stripped; empty when blank or not a scalar. */
    public Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) return Optional.empty();
        String text = value.asText();
        String bounded = text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text;
        return Optional.of(bounded.strip()).filter(stripped -> !stripped.isEmpty());
    }

    /** A whole number, given as a JSON number or as text. */
    public OptionalLong number(String name) {
        JsonNode value = node.path(name);
        if (value.isIntegralNumber())
            return value.canConvertToLong() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        try {
            return value.isTextual() ? OptionalLong.of(Long.parseLong(value.textValue())) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A number that may have a fraction, given as a JSON number or as text. */
    public OptionalDouble decimal(String name) {
        try {
            return text(name)
                    .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                    .orElse(OptionalDouble.empty());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A flag; the API sends true, 1 and "1". */
    public boolean flag(String name) {
        return text(name)
                .filter(text -> text.equals("1") || text.equalsIgnoreCase("true"))
                .isPresent();
    }

    /** Whether the property is present and not null. */
    public boolean hasValue(String name) {
        return node.hasNonNull(name);
    }

    /** A date and time with an offset. */
    public Optional<Instant> instant(String name) {
        try {
            return text(name)
                    .map(text -> OffsetDateTime.parse(text, DATE_FORMAT).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A nested object; an empty object where it is missing. */
    public ApiObject object(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? new ApiObject(value) : EMPTY;
    }

    /** A nested list of objects; empty where it is missing. */
    public List<ApiObject> objects(String name) {
        return listOf(node.path(name));
    }
}
