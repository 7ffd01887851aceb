package dev.lifeline.sandbox.classic.query;

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

/** Which properties does a type of the provider have? Read from {@code schema.txt}, taken from the provider's own client. */
public final class Schema {

    private static final String ENTITY = "SoftLayer_Entity";

    private final Map<String, Map<String, Property>> own = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** The schema that comes with the stand-in. */
    public static Schema load() {
        Schema schema = new Schema();
        try (InputStream in = Schema.class.getResourceAsStream("schema.txt")) {
            if (in == null) throw new IllegalStateException("schema.txt is not on the class path");
            String type = "";
            for (String line : lines(in)) type = schema.read(type, line);
            return schema;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("schema.txt is unreadable", unreadable);
        }
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    /** One line; answers the type that following lines belong to. */
    private String read(String current, String line) {
        if (line.isBlank() || line.startsWith("#")) return current;
        if (line.startsWith(" ")) {
            Property property = Property.parse(line);
            properties(current).put(property.name(), property);
            return current;
        }
        String[] names = line.split(" < ");
        if (names.length > 1) parents.put(names[0], names[1]);
        properties(names[0]);
        return names[0];
    }

    private Map<String, Property> properties(String type) {
        return own.computeIfAbsent(type, ignored -> new LinkedHashMap<>());
    }

    /** Whether the schema describes this type; types it does not describe are taken on trust. */
    public boolean knows(String type) {
        return own.containsKey(type) && !type.equals(ENTITY);
    }

    /** The property, own or inherited. */
    Optional<Property> property(String type, String name) {
        return lineage(type).stream()
                .map(ancestor -> own.getOrDefault(ancestor, Map.of()).get(name))
                .filter(found -> found != null)
                .findFirst();
    }

    /** Whether a relation of this name is there to be asked for. */
    public boolean hasRelation(String type, String name) {
        return property(type, name).filter(Property::relational).isPresent();
    }

    /** What a relation holds. */
    public Optional<String> typeOf(String type, String name) {
        return property(type, name).map(Property::type);
    }

    /** Whether the relation holds many. */
    public boolean isList(String type, String name) {
        return property(type, name).filter(Property::list).isPresent();
    }

    /** The local properties a type shows unasked, inherited ones too. */
    List<Property> locals(String type) {
        return lineage(type).stream()
                .flatMap(ancestor -> own.getOrDefault(ancestor, Map.of()).values().stream())
                .filter(property -> !property.relational())
                .toList();
    }

    /** Whether a value of one type may be looked at as another. */
    boolean isA(String type, String ancestor) {
        return lineage(type).contains(ancestor) || ancestor.equals(ENTITY);
    }

    private List<String> lineage(String type) {
        List<String> line = new ArrayList<>();
        for (String next = type; next != null; next = parents.get(next)) line.add(next);
        return line;
    }
}
