package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/**
 * Object filters, built as JSON so that text typed by a person cannot change their structure (promise P9; src/docs/platform/softlayer.md,
 * section REST rules).
 */
public final class ObjectFilters {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ObjectFilters() {}

    /** All rows of a relation of the account, ordered by id, so that pages do not overlap. */
    public static String orderedById(String relation) {
        return toFilter(relation, idOrdering());
    }

    /** The rows with these ids. */
    public static String idIn(String relation, Collection<Long> ids) {
        ObjectNode in = JSON.objectNode().put("operation", "in");
        ObjectNode data = in.putArray("options").addObject().put("name", "data");
        ids.forEach(data.putArray("value")::add);
        ObjectNode property = JSON.objectNode();
        property.set("id", in);
        return toFilter(relation, property);
    }

    /** The rows whose property equals the text, ignoring case, ordered by id. */
    public static String byProperty(String relation, String property, String text) {
        return byOperation(relation, property, "_= " + text.toLowerCase(Locale.ROOT));
    }

    /** The rows whose property begins with the text, ordered by id. */
    public static String byPrefix(String relation, String property, String text) {
        return byOperation(relation, property, "^= " + text.toLowerCase(Locale.ROOT));
    }

    /** The events that end later than a day before this time, whatever time zone the account has. */
    public static String endsAfterDayBefore(Instant now) {
        ObjectNode later = JSON.objectNode().put("operation", "greaterThanDate");
        String date = DATE.format(now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
        later.putArray("options")
                .addObject()
                .put("name", "date")
                .putArray("value")
                .add(date);
        return toFilter("endDate", later);
    }

    private static String byOperation(String relation, String property, String operation) {
        ObjectNode properties = idOrdering();
        properties.putObject(property).put("operation", operation);
        return toFilter(relation, properties);
    }

    private static ObjectNode idOrdering() {
        ObjectNode properties = JSON.objectNode();
        ObjectNode order = properties.putObject("id").put("operation", "orderBy");
        order.putArray("options")
                .addObject()
                .put("name", "sort")
                .putArray("value")
                .add("ASC");
        return properties;
    }

    private static String toFilter(String relation, ObjectNode properties) {
        ObjectNode filter = JSON.objectNode();
        filter.set(relation, properties);
        return filter.toString();
    }
}
