package dev.lifeline.message.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is said in each case of a sealed type? Checked for completeness when it is built, since Java 17 cannot check it when it is
 * compiled; on Java 21 this becomes a {@code switch}.
 */
public final class SealedTypeMap<T, R> {

    private final Class<T> type;
    private final Map<Class<?>, Function<T, R>> mappers = new LinkedHashMap<>();

    private SealedTypeMap(Class<T> type) {
        this.type = type;
    }

    public static <T, R> SealedTypeMap<T, R> of(Class<T> sealed) {
        return new SealedTypeMap<>(sealed);
    }

    public <C extends T> SealedTypeMap<T, R> when(Class<C> one, Function<C, R> said) {
        mappers.put(one, value -> said.apply(one.cast(value)));
        return this;
    }

    /** Nothing is forgotten. */
    public SealedTypeMap<T, R> requireComplete() {
        List<String> missing = Stream.of(type.getPermittedSubclasses())
                .filter(one -> !mappers.containsKey(one))
                .map(Class::getSimpleName)
                .toList();
        if (!missing.isEmpty()) throw new IllegalStateException("nothing is said for " + missing);
        return this;
    }

    public R of(T value) {
        Function<T, R> said = mappers.get(value.getClass());
        if (said == null) throw new IllegalStateException("nothing is said for " + value.getClass());
        return said.apply(value);
    }
}
