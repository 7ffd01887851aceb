package dev.lifeline.classic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which properties of an object are asked for? A property that the provider does not know makes the whole call fail (softlayer.md
 * 1.2), so those that not every account can read are spare.
 *
 * @param spare what is left out once the provider has refused it
 * @param cast what is asked for only of objects of a narrower type, such as of servers among hardware
 */
record Mask(List<String> fields, List<String> spare, Optional<Cast> cast) {

    record Cast(String type, Mask mask) {}

    Mask {
        fields = List.copyOf(fields);
        spare = List.copyOf(spare);
    }

    static Mask of(String... fields) {
        return new Mask(List.of(fields), List.of(), Optional.empty());
    }

    Mask plus(String... more) {
        return new Mask(Stream.concat(fields.stream(), Stream.of(more)).toList(), spare, cast);
    }

    Mask spare(String... more) {
        return new Mask(fields, List.of(more), cast);
    }

    Mask cast(String type, Mask mask) {
        return new Mask(fields, spare, Optional.of(new Cast(type, mask)));
    }

    /** Every spare part, those of the cast too. */
    List<String> dispensable() {
        Stream<String> ofCast = cast.stream().flatMap(narrow -> narrow.mask().dispensable().stream());
        return Stream.concat(spare.stream(), ofCast).toList();
    }

    Mask without(Set<String> refused) {
        List<String> left =
                spare.stream().filter(part -> !refused.contains(part)).toList();
        return new Mask(
                fields,
                left,
                cast.map(narrow -> new Cast(narrow.type(), narrow.mask().without(refused))));
    }

    /** As it goes into {@code objectMask}; with a cast, the bracketed form of two masks (softlayer.md 2.4). */
    String text() {
        String own = "mask[" + inner() + "]";
        return cast.map(narrow -> "[" + own + ",mask(" + narrow.type() + ")["
                        + narrow.mask().inner() + "]]")
                .orElse(own);
    }

    private String inner() {
        return String.join(",", Stream.concat(fields.stream(), spare.stream()).toList());
    }
}
