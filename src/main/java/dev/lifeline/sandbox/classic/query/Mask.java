package dev.lifeline.sandbox.classic.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which properties are asked for?
 *
 * @param named properties by name, each with what is asked of it
 * @param casts what is asked only where the object is of that type
 */
public record Mask(Map<String, Mask> named, Map<String, Mask> casts) {

    /** Nothing named: the local properties. */
    public static final Mask LOCALS = new Mask(Map.of(), Map.of());

    /** The text of an {@code objectMask} parameter. */
    public static Mask parse(String text) {
        return new MaskReader(text).read();
    }

    static Mask naming(String property, Mask below) {
        return new Mask(Map.of(property, below), Map.of());
    }

    static Mask casting(String type, Mask below) {
        return new Mask(Map.of(), Map.of(type, below));
    }

    /** Both together. */
    Mask and(Mask other) {
        return new Mask(merge(named, other.named), merge(casts, other.casts));
    }

    private static Map<String, Mask> merge(Map<String, Mask> one, Map<String, Mask> two) {
        Map<String, Mask> both = new LinkedHashMap<>(one);
        two.forEach((name, mask) -> both.merge(name, mask, Mask::and));
        return both;
    }

    /** The same without the relations, as an answer that lacks what was asked for. */
    public Mask withoutRelations(String type, Schema schema) {
        Map<String, Mask> locals = new LinkedHashMap<>(named);
        locals.keySet().removeIf(name -> schema.hasRelation(type, name));
        return new Mask(locals, Map.of());
    }

    /** What is asked of an object of this type, casts included. */
    Mask seenAs(String type, Schema schema) {
        Mask all = new Mask(named, Map.of());
        for (Map.Entry<String, Mask> cast : casts.entrySet())
            if (schema.isA(type, cast.getKey())) all = all.and(cast.getValue().seenAs(type, schema));
        return all;
    }
}
