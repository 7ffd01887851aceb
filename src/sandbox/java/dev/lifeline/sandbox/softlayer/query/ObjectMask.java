package dev.lifeline.sandbox.softlayer.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which properties are asked for?
 *
 * @param properties properties by name, each with what is asked of it
 * @param casts what is asked only where the object is of that type
 */
public record ObjectMask(Map<String, ObjectMask> properties, Map<String, ObjectMask> casts) {

    /** Nothing named: the local properties. */
    public static final ObjectMask LOCAL_PROPERTIES = new ObjectMask(Map.of(), Map.of());

    /** The text of an {@code objectMask} parameter. */
    public static ObjectMask parse(String text) {
        return new ObjectMaskParser(text).parse();
    }

    static ObjectMask ofProperty(String property, ObjectMask below) {
        return new ObjectMask(Map.of(property, below), Map.of());
    }

    static ObjectMask ofCast(String type, ObjectMask below) {
        return new ObjectMask(Map.of(), Map.of(type, below));
    }

    /** Both together. */
    ObjectMask union(ObjectMask other) {
        return new ObjectMask(mergeMaps(properties, other.properties), mergeMaps(casts, other.casts));
    }

    private static Map<String, ObjectMask> mergeMaps(Map<String, ObjectMask> one, Map<String, ObjectMask> two) {
        Map<String, ObjectMask> both = new LinkedHashMap<>(one);
        two.forEach((name, objectMask) -> both.merge(name, objectMask, ObjectMask::union));
        return both;
    }

    /** The same without the relations, as an answer that lacks what was asked for. */
    public ObjectMask withoutRelations(String type, Schema schema) {
        Map<String, ObjectMask> locals = new LinkedHashMap<>(properties);
        locals.keySet().removeIf(name -> schema.hasRelation(type, name));
        return new ObjectMask(locals, Map.of());
    }

    /** What is asked of an object of this type, casts included. */
    ObjectMask resolveFor(String type, Schema schema) {
        ObjectMask all = new ObjectMask(properties, Map.of());
        for (Map.Entry<String, ObjectMask> cast : casts.entrySet())
            if (schema.isSubtypeOf(type, cast.getKey())) all = all.union(cast.getValue().resolveFor(type, schema));
        return all;
    }
}
