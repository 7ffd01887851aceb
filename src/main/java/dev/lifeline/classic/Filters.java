package dev.lifeline.classic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;

/** How are rows chosen and put in order? Object filters as JSON, so that no text of a person can leave its place (softlayer.md 1.2). */
final class Filters {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Filters() {}

    /** All rows of a relation of the account, in an order that holds from page to page. */
    static String inOrder(String relation) {
        return of(relation, ordered());
    }

    static String withIds(String relation, Collection<Long> ids) {
        ObjectNode in = JSON.objectNode().put("operation", "in");
        ObjectNode data = in.putArray("options").addObject().put("name", "data");
        ids.forEach(data.putArray("value")::add);
        ObjectNode property = JSON.objectNode();
        property.set("id", in);
        return of(relation, property);
    }

    /** Users whose property is this text, in any case. */
    static String users(String property, String text) {
        ObjectNode properties = ordered();
        properties.putObject(property).put("operation", "_= " + text.toLowerCase(Locale.ROOT));
        return of("users", properties);
    }

    private static ObjectNode ordered() {
        ObjectNode properties = JSON.objectNode();
        ObjectNode order = properties.putObject("id").put("operation", "orderBy");
        order.putArray("options")
                .addObject()
                .put("name", "sort")
                .putArray("value")
                .add("ASC");
        return properties;
    }

    private static String of(String relation, ObjectNode properties) {
        ObjectNode filter = JSON.objectNode();
        filter.set(relation, properties);
        return filter.toString();
    }
}
