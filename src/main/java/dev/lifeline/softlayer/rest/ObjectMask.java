package dev.lifeline.softlayer.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which properties of an object are asked for? A property that the provider does not know makes the whole call fail (softlayer.md
 * 1.2), so those that not every account can read are spare.
 *
 * @param optional what is left out once the provider has refused it
 * @param cast what is asked for only of objects of a narrower type, such as of servers among hardware
 */
record ObjectMask(List<String> fields, List<String> optional, Optional<Cast> cast) {

    record Cast(String type, ObjectMask objectMask) {}

    ObjectMask {
        fields = List.copyOf(fields);
        optional = List.copyOf(optional);
    }

    static ObjectMask of(String... fields) {
        return new ObjectMask(List.of(fields), List.of(), Optional.empty());
    }

    ObjectMask plus(String... more) {
        return new ObjectMask(Stream.concat(fields.stream(), Stream.of(more)).toList(), optional, cast);
    }

    ObjectMask optional(String... more) {
        return new ObjectMask(fields, List.of(more), cast);
    }

    ObjectMask cast(String type, ObjectMask objectMask) {
        return new ObjectMask(fields, optional, Optional.of(new Cast(type, objectMask)));
    }

    /** Every spare part, those of the cast too. */
    List<String> allOptional() {
        Stream<String> ofCast = cast.stream().flatMap(narrow -> narrow.objectMask().allOptional().stream());
        return Stream.concat(optional.stream(), ofCast).toList();
    }

    ObjectMask without(Set<String> refused) {
        List<String> left =
                optional.stream().filter(part -> !refused.contains(part)).toList();
        return new ObjectMask(
                fields,
                left,
                cast.map(narrow -> new Cast(narrow.type(), narrow.objectMask().without(refused))));
    }

    /** As it goes into {@code objectMask}; with a cast, the bracketed form of two masks (softlayer.md 2.4). */
    String toParameterValue() {
        String own = "mask[" + propertyList() + "]";
        return cast.map(narrow -> "[" + own + ",mask(" + narrow.type() + ")["
                        + narrow.objectMask().propertyList() + "]]")
                .orElse(own);
    }

    private String propertyList() {
        return String.join(
                ",", Stream.concat(fields.stream(), optional.stream()).toList());
    }
}
