package dev.lifeline.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is said in each case of a sealed type? Checked for completeness when it is built, since Java 17 cannot check it when it is
 * compiled; on Java 21 this becomes a {@code switch}.
 */
final class Cases<T, R> {

    private final Class<T> type;
    private final Map<Class<?>, Function<T, R>> byCase = new LinkedHashMap<>();

    private Cases(Class<T> type) {
        this.type = type;
    }

    static <T, R> Cases<T, R> of(Class<T> sealed) {
        return new Cases<>(sealed);
    }

    <C extends T> Cases<T, R> on(Class<C> one, Function<C, R> said) {
        byCase.put(one, value -> said.apply(one.cast(value)));
        return this;
    }

    /** Nothing is forgotten. */
    Cases<T, R> complete() {
        List<String> missing = Stream.of(type.getPermittedSubclasses())
                .filter(one -> !byCase.containsKey(one))
                .map(Class::getSimpleName)
                .toList();
        if (!missing.isEmpty()) throw new IllegalStateException("nothing is said for " + missing);
        return this;
    }

    R of(T value) {
        Function<T, R> said = byCase.get(value.getClass());
        if (said == null) throw new IllegalStateException("nothing is said for " + value.getClass());
        return said.apply(value);
    }
}
