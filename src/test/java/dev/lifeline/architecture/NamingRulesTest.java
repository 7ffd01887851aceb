package dev.lifeline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No class that a requester or an operator could not say aloud. */
class NamingRulesTest {

    private static final Pattern VAGUE_SUFFIX = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Service|Processor)$");

    @Test
    void no_type_has_a_vague_name() {
        List<String> vague = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.lifeline").stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> VAGUE_SUFFIX.matcher(name).matches())
                        .toList();

        assertThat(vague).isEmpty();
    }
}
