package dev.lifeline.message.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An immutable map from each case of a sealed type to a function of that case. Completeness is checked when the map is built, because
 * Java 17 cannot check it at compile time; on Java 21 this becomes a {@code switch}.
 *
 * @param <T> the sealed type, whose cases are its direct permitted subclasses
 * @param <R> what the functions return
 */
public final class SealedTypeMap<T, R> {

    private final Map<Class<?>, Function<T, R>> mappers;

    private SealedTypeMap(Map<Class<?>, Function<T, R>> mappers) {
        this.mappers = Map.copyOf(mappers);
    }

    /** Starts a map for the cases of a sealed type. */
    public static <T, R> Builder<T, R> builder(Class<T> sealedType) {
        return new Builder<>(sealedType);
    }

    /**
     * Applies the function of this value's case.
     *
     * @throws IllegalStateException when the value is of no direct case of the sealed type
     */
    public R get(T value) {
        Function<T, R> mapper = mappers.get(value.getClass());
        if (mapper == null) throw new IllegalStateException("no mapping for " + value.getClass());
        return mapper.apply(value);
    }

    /** Collects the functions, one for each case. Not thread-safe. */
    public static final class Builder<T, R> {

        private final Class<T> sealedType;
        private final Map<Class<?>, Function<T, R>> mappers = new LinkedHashMap<>();

        private Builder(Class<T> sealedType) {
            this.sealedType = sealedType;
        }

        /** Sets the function of one case. */
        public <C extends T> Builder<T, R> when(Class<C> caseType, Function<C, R> mapper) {
            mappers.put(caseType, value -> mapper.apply(caseType.cast(value)));
            return this;
        }

        /**
         * Builds the map.
         *
         * @throws IllegalStateException when a case has no function
         */
        public SealedTypeMap<T, R> build() {
            List<String> missing = Stream.of(sealedType.getPermittedSubclasses())
                    .filter(caseType -> !mappers.containsKey(caseType))
                    .map(Class::getSimpleName)
                    .toList();
            if (!missing.isEmpty()) throw new IllegalStateException("no mapping for " + missing);
            return new SealedTypeMap<>(mappers);
        }
    }
}
