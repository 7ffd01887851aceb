package dev.lifeline.sandbox.softlayer.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of the provider's types, read from {@code schema.txt}, which is generated from the provider's own client.
 * Read-only once loaded.
 */
public final class Schema {

    private static final String ROOT_TYPE = "SoftLayer_Entity";

    private final Map<String, Map<String, Property>> propertiesByType = new HashMap<>();
    private final Map<String, String> parentTypes = new HashMap<>();

    /** Loads the schema of the fake. */
    public static Schema load() {
        Schema schema = new Schema();
        try (InputStream in = Schema.class.getResourceAsStream("schema.txt")) {
            if (in == null) throw new IllegalStateException("schema.txt is not on the class path");
            String type = "";
            for (String line : readLines(in)) type = schema.parseLine(type, line);
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException("schema.txt is e", e);
        }
    }

    private static List<String> readLines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    /** Parses one line and returns the type that the following lines belong to. */
    private String parseLine(String current, String line) {
        if (line.isBlank() || line.startsWith("#")) return current;
        if (line.startsWith(" ")) {
            Property property = Property.parse(line);
            declaredProperties(current).put(property.name(), property);
            return current;
        }
        String[] names = line.split(" < ");
        if (names.length > 1) parentTypes.put(names[0], names[1]);
        declaredProperties(names[0]);
        return names[0];
    }

    private Map<String, Property> declaredProperties(String type) {
        return propertiesByType.computeIfAbsent(type, ignored -> new LinkedHashMap<>());
    }

    /** Whether the schema describes this type; types that it does not describe are accepted unchecked. */
    public boolean hasType(String type) {
        return propertiesByType.containsKey(type) && !type.equals(ROOT_TYPE);
    }

    /** Finds a property, own or inherited. */
    Optional<Property> findProperty(String type, String name) {
        return typeHierarchy(type).stream()
                .map(ancestor -> propertiesByType.getOrDefault(ancestor, Map.of()).get(name))
                .filter(found -> found != null)
                .findFirst();
    }

    /** Whether the type has a relation of this name. */
    public boolean hasRelation(String type, String name) {
        return findProperty(type, name).filter(Property::relational).isPresent();
    }

    /** Returns the type of a relation's value. */
    public Optional<String> relationType(String type, String name) {
        return findProperty(type, name).map(Property::type);
    }

    /** Whether the relation is a list. */
    public boolean isListRelation(String type, String name) {
        return findProperty(type, name).filter(Property::isList).isPresent();
    }

    /** Returns the local properties of a type, inherited ones included. */
    List<Property> localProperties(String type) {
        return typeHierarchy(type).stream()
                .flatMap(ancestor -> propertiesByType.getOrDefault(ancestor, Map.of()).values().stream())
                .filter(property -> !property.relational())
                .toList();
    }

    /** Whether a value of one type can be cast to another. */
    boolean isSubtypeOf(String type, String ancestor) {
        return typeHierarchy(type).contains(ancestor) || ancestor.equals(ROOT_TYPE);
    }

    private List<String> typeHierarchy(String type) {
        List<String> hierarchy = new ArrayList<>();
        for (String next = type; next != null; next = parentTypes.get(next)) hierarchy.add(next);
        return hierarchy;
    }
}
