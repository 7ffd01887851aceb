package dev.lifeline.classic;

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
record Row(JsonNode node) {

    /** The offset is that of the API user's profile, with or without a colon (softlayer.md 1.2 and 2.7). */
    private static final DateTimeFormatter DATES = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    static final Row EMPTY = new Row(JsonNodeFactory.instance.objectNode());

    /** The objects in an answer; one that came without its brackets counts as a list of one (softlayer.md 1.2). */
    static List<Row> all(JsonNode node) {
        if (node.isObject()) return List.of(new Row(node));
        if (!node.isArray()) return List.of();
        return StreamSupport.stream(node.spliterator(), false)
                .filter(JsonNode::isObject)
                .map(Row::new)
                .toList();
    }

    OptionalLong id() {
        OptionalLong id = number("id");
        return id.isPresent() && id.getAsLong() > 0 ? id : OptionalLong.empty();
    }

    /** Text that is not blank, or a scalar as text. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (!value.isValueNode() || value.isNull()) return Optional.empty();
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    OptionalLong number(String name) {
        JsonNode value = node.path(name);
        if (value.isIntegralNumber())
            return value.canConvertToLong() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
        try {
            return value.isTextual() ? OptionalLong.of(Long.parseLong(value.textValue())) : OptionalLong.empty();
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    OptionalDouble decimal(String name) {
        try {
            return text(name)
                    .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                    .orElse(OptionalDouble.empty());
        } catch (NumberFormatException notOne) {
            return OptionalDouble.empty();
        }
    }

    /** Flags come as true, as 1 and as "1". */
    boolean flag(String name) {
        return text(name)
                .filter(text -> text.equals("1") || text.equalsIgnoreCase("true"))
                .isPresent();
    }

    boolean tells(String name) {
        return node.hasNonNull(name);
    }

    Optional<Instant> instant(String name) {
        try {
            return text(name).map(text -> OffsetDateTime.parse(text, DATES).toInstant());
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** A relation; the empty row where it is missing. */
    Row row(String name) {
        JsonNode value = node.path(name);
        return value.isObject() ? new Row(value) : EMPTY;
    }

    List<Row> rows(String name) {
        return all(node.path(name));
    }
}
