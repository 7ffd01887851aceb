package dev.lifeline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Imports point one way only: one row a package, each naming everything of ours that it may use besides itself. */
class PackageRulesTest {

    private static final String BASE = "dev.lifeline.";

    private static final List<String> WORDS = List.of("device", "access", "rescue", "approval");
    private static final List<String> SPOKEN = plus(WORDS, "message", "audit");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("device", List.of()),
            Map.entry("access", List.of("device")),
            Map.entry("rescue", List.of("device", "access")),
            Map.entry("approval", List.of("device", "access", "rescue")),
            Map.entry("message", WORDS),
            Map.entry("audit", WORDS),
            Map.entry("chronicle", SPOKEN),
            Map.entry("command", plus(SPOKEN, "chronicle")),
            Map.entry("workflow", plus(SPOKEN, "chronicle")),
            Map.entry("slack", plus(SPOKEN, "command")),
            Map.entry("classic", WORDS),
            Map.entry("reach", WORDS),
            Map.entry("store", plus(SPOKEN, "command", "workflow")),
            Map.entry("server", plus(SPOKEN, "command")),
            Map.entry("config", WORDS),
            Map.entry("sandbox", List.of()));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_its_row_allows() {
        return MAY_USE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> uses(row.getKey(), row.getValue())));
    }

    private static void uses(String name, List<String> allowed) {
        String[] open = Stream.concat(Stream.of(name), allowed.stream())
                .map(one -> BASE + one + "..")
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(BASE + name + ".."))
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("dev.lifeline..")
                        .or(resideInAnyPackage(open)))
                .check(OURS);
    }

    @Test
    void every_package_has_a_row() {
        String[] known = Stream.concat(MAY_USE.keySet().stream(), Stream.of("cli"))
                .map(name -> BASE + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage("dev.lifeline.."))
                .should()
                .resideOutsideOfPackages(Stream.concat(Stream.of(known), Stream.of("dev.lifeline"))
                        .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void vendor_libraries_stay_behind_their_doors() {
        only("com.slack..", "slack");
        only("org.apache.sshd..", "reach", "sandbox");
        only("org.jdbi..", "store");
        only("com.github.kagkarlsson..", "store");
        only("okhttp3..", "classic", "slack", "sandbox");
    }

    private static void only(String library, String... packages) {
        String[] open = Stream.of(packages).map(one -> BASE + one + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(open)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(OURS);
    }

    @Test
    void the_clock_comes_in_by_the_constructor() {
        noClasses()
                .that(resideInAnyPackage(inner()))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void P4_what_is_remembered_of_people_and_users_reaches_no_decision() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "workflow..", BASE + "approval..", BASE + "rescue..")
                .or()
                .haveSimpleNameEndingWith("Rules")
                .or(simpleName("AccessCheck"))
                .or(simpleName("AskForRescue"))
                .or(simpleName("AskToEnd"))
                .or(simpleName("AnswerConfirmation"))
                .or(simpleName("AnswerApproval"))
                .or(simpleName("BreakTheGlass"))
                .or(simpleName("EndRescue"))
                .should()
                .dependOnClassesThat(simpleName("RecentUsers").or(simpleName("RecentCallers")))
                .check(OURS);
    }

    private static String[] inner() {
        return plus(SPOKEN, "chronicle", "command", "workflow").stream()
                .map(one -> BASE + one + "..")
                .toArray(String[]::new);
    }

    private static List<String> plus(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
