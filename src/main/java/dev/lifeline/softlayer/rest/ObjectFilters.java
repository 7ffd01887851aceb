package dev.lifeline.softlayer.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;

/** How are rows chosen and put in order? Object filters as JSON, so that no text of a person can leave its place (softlayer.md 1.2). */
public final class ObjectFilters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ObjectFilters() {}

    /** All rows of a relation of the account, in an order that holds from page to page. */
    public static String orderedById(String relation) {
        return toFilter(relation, idOrdering());
    }

    public static String idIn(String relation, Collection<Long> ids) {
        ObjectNode in = JSON.objectNode().put("operation", "in");
        ObjectNode data = in.putArray("options").addObject().put("name", "data");
        ids.forEach(data.putArray("value")::add);
        ObjectNode property = JSON.objectNode();
        property.set("id", in);
        return toFilter(relation, property);
    }

    /** Users whose property is this text, in any case. */
    public static String usersByProperty(String property, String text) {
        ObjectNode properties = idOrdering();
        properties.putObject(property).put("operation", "_= " + text.toLowerCase(Locale.ROOT));
        return toFilter("users", properties);
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
