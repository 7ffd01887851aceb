package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The age of what is cached is measured by a ticker, never by a clock that somebody may put back. */
class CacheTickerTest {

    private static final Set<String> AGES =
            Set.of("expireAfterWrite", "expireAfterAccess", "expireAfter", "refreshAfterWrite");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    @Test
    void no_cache_tells_its_age_by_a_clock() {
        Set<JavaClass> caches = PRODUCT.stream()
                .filter(type -> AGES.stream().anyMatch(age -> calls(type, age)))
                .collect(Collectors.toSet());

        assertThat(caches).hasSizeGreaterThan(4).allSatisfy(cache -> {
            assertThat(calls(cache, "ticker")).isTrue();
            assertThat(cache.getDirectDependenciesFromSelf())
                    .noneMatch(dependency -> dependency.getTargetClass().isEquivalentTo(InstantSource.class));
        });
    }

    private static boolean calls(JavaClass type, String method) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Caffeine.class)
                        && call.getTarget().getName().equals(method));
    }
}
