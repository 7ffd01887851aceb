package dev.lifeline.softlayer.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The properties of an object that a query requests. A property that the provider does not know fails the whole call
 * (src/docs/platform/softlayer.md, section REST rules), so those that not every account can read are optional.
 *
 * @param optional left out once the provider has rejected them
 * @param cast properties of a subtype, such as servers among hardware
 */
record ObjectMask(List<String> fields, List<String> optional, Optional<Cast> cast) {

    /** Mask of the objects of a subtype. */
    record Cast(String type, ObjectMask objectMask) {}

    ObjectMask {
        fields = List.copyOf(fields);
        optional = List.copyOf(optional);
    }

    static ObjectMask of(String... fields) {
        return new ObjectMask(List.of(fields), List.of(), Optional.empty());
    }

    ObjectMask plus(String... added) {
        return new ObjectMask(Stream.concat(fields.stream(), Stream.of(added)).toList(), optional, cast);
    }

    ObjectMask optional(String... added) {
        return new ObjectMask(fields, List.of(added), cast);
    }

    ObjectMask cast(String type, ObjectMask objectMask) {
        return new ObjectMask(fields, optional, Optional.of(new Cast(type, objectMask)));
    }

    /** All optional properties, those of the cast included. */
    List<String> allOptional() {
        Stream<String> ofCast = cast.stream().flatMap(subtype -> subtype.objectMask().allOptional().stream());
        return Stream.concat(optional.stream(), ofCast).toList();
    }

    ObjectMask without(Set<String> properties) {
        List<String> left =
                optional.stream().filter(part -> !properties.contains(part)).toList();
        return new ObjectMask(
                fields,
                left,
                cast.map(
                        subtype -> new Cast(subtype.type(), subtype.objectMask().without(properties))));
    }

    /**
     * Value of {@code objectMask}; with a cast, the bracketed form of two masks (src/docs/platform/softlayer.md, section Batch polling).
     */
    String toParameterValue() {
        String base = "mask[" + propertyList() + "]";
        return cast.map(subtype -> "[" + base + ",mask(" + subtype.type() + ")["
                        + subtype.objectMask().propertyList() + "]]")
                .orElse(base);
    }

    private String propertyList() {
        return String.join(
                ",", Stream.concat(fields.stream(), optional.stream()).toList());
    }
}
