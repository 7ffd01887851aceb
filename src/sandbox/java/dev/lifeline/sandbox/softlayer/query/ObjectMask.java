package dev.lifeline.sandbox.softlayer.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parsed object mask.
 *
 * @param properties the requested properties, each with its own mask
 * @param casts the masks that apply only to objects of a type
 */
public record ObjectMask(Map<String, ObjectMask> properties, Map<String, ObjectMask> casts) {

    /** The empty mask: the local properties. */
    public static final ObjectMask LOCAL_PROPERTIES = new ObjectMask(Map.of(), Map.of());

    /**
     * Parses an {@code objectMask} parameter.
     *
     * @throws SoftLayerException where it cannot be parsed
     */
    public static ObjectMask parse(String text) {
        return new ObjectMaskParser(text).parse();
    }

    static ObjectMask ofProperty(String property, ObjectMask submask) {
        return new ObjectMask(Map.of(property, submask), Map.of());
    }

    static ObjectMask ofCast(String type, ObjectMask submask) {
        return new ObjectMask(Map.of(), Map.of(type, submask));
    }

    /** Returns a mask of both. */
    ObjectMask union(ObjectMask other) {
        return new ObjectMask(mergeMaps(properties, other.properties), mergeMaps(casts, other.casts));
    }

    private static Map<String, ObjectMask> mergeMaps(Map<String, ObjectMask> first, Map<String, ObjectMask> second) {
        Map<String, ObjectMask> both = new LinkedHashMap<>(first);
        second.forEach((name, objectMask) -> both.merge(name, objectMask, ObjectMask::union));
        return both;
    }

    /** Returns the mask without relations, as for a response that lacks them. */
    public ObjectMask withoutRelations(String type, Schema schema) {
        Map<String, ObjectMask> locals = new LinkedHashMap<>(properties);
        locals.keySet().removeIf(name -> schema.hasRelation(type, name));
        return new ObjectMask(locals, Map.of());
    }

    /** Returns the properties requested of an object of this type, casts included. */
    ObjectMask resolveFor(String type, Schema schema) {
        ObjectMask all = new ObjectMask(properties, Map.of());
        for (Map.Entry<String, ObjectMask> cast : casts.entrySet())
            if (schema.isSubtypeOf(type, cast.getKey())) all = all.union(cast.getValue().resolveFor(type, schema));
        return all;
    }
}
