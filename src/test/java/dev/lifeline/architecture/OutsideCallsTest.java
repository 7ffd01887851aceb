package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lifeline.transport.OutsideCalls;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever calls Slack, the provider or a device refuses to do so in a database transaction. */
class OutsideCallsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    /** The probe's own connections are made by classes that {@code NetworkProbe} alone calls. */
    @Test
    void every_class_that_sends_a_request_checks_first() {
        assertThat(PRODUCT.stream()
                        .filter(type -> !type.getPackageName().startsWith("dev.lifeline.sandbox"))
                        .filter(OutsideCallsTest::sends)
                        .filter(type -> !checks(type))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    private static boolean sends(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(called -> called.getOwner().getName().equals("okhttp3.Call")
                                && Set.of("execute", "enqueue").contains(called.getName())
                        || called.getOwner().getName().equals("java.net.http.HttpClient"));
    }

    private static boolean checks(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(called -> called.getOwner().isEquivalentTo(OutsideCalls.class)
                        && called.getName().equals("check"));
    }
}
