package dev.lifeline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lifeline.device.DeviceType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The import table: one row a package, which names exactly the packages of ours that it uses besides itself. */
class PackageRulesTest {

    private static final String BASE = "dev.lifeline.";

    /** Wiring and the command line may use everything; the fakes use nothing of ours. */
    private static final Set<String> UNRESTRICTED = Set.of("app", "app.adapter", "app.doctor", "cli");

    private static final String TABLE = """
            device:
            transport:
            access: device
            rescue: device access
            rescue.monitor: device rescue
            approval: device access rescue
            message.model: device access rescue
            message.port: device access rescue message.model
            message.status: device access rescue rescue.monitor message.model message.reply
            message.reply: device access rescue message.model
            audit:
            job:
            recording: device access rescue message.model message.port message.status audit
            handler: device access rescue approval job message.model message.reply handler.candidate handler.context handler.inbox handler.link handler.query transport
            handler.candidate: device handler.inbox
            handler.context: device access rescue message.model message.port message.reply recording handler.inbox
            handler.inbox: device access rescue message.model message.port
            handler.query: device access rescue approval message.model message.port message.status message.reply recording handler.context
            handler.rescue: device access rescue approval message.model message.port message.reply recording handler.context handler.inbox
            handler.link: device access rescue message.model message.port message.reply recording handler.context handler.inbox
            handler.access: device access rescue message.model message.port message.reply recording handler.context handler.inbox
            workflow: device access rescue rescue.monitor approval job message.model message.port message.status message.reply recording
            slack: access approval message.port handler.inbox slack.port slack.webapi slack.modal slack.home slack.inbound slack.oauth slack.outbox transport
            slack.port:
            slack.blockkit: access message.model
            slack.webapi: device access rescue approval message.port slack.port slack.blockkit transport
            slack.modal: device access message.model message.port message.reply handler.inbox slack.blockkit slack.webapi transport
            slack.home: access handler.inbox slack.port slack.blockkit slack.outbox slack.webapi
            slack.inbound: access rescue message.model message.port message.reply handler.inbox slack.port slack.blockkit slack.webapi slack.modal slack.home transport
            slack.oauth: message.model message.reply slack.port slack.webapi
            slack.outbox: access rescue job message.model message.port slack.port slack.blockkit slack.webapi transport
            softlayer: device access rescue softlayer.rest softlayer.password transport
            softlayer.rest: device access rescue transport
            softlayer.password: device access softlayer softlayer.rest transport
            probe: device transport
            drill: device rescue
            account: device access rescue
            webhook: job message.port transport
            store: access rescue message.port audit handler.inbox slack.port store.database store.sql store.jobs
            store.database: rescue transport
            store.sql: device access rescue message.model message.port audit handler.inbox slack.port store.database
            store.jobs: rescue job store.database
            http: access message.model handler.link transport
            config: device access rescue approval transport
            """;

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lifeline");

    private record Row(String name, Set<String> uses) {

        static Row parse(String line) {
            String[] parts = line.split(":", 2);
            return new Row(parts[0].strip(), words(parts[1]));
        }

        private static Set<String> words(String text) {
            return Arrays.stream(text.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<Row> rows() {
        return TABLE.lines().map(Row::parse);
    }

    @TestFactory
    Stream<DynamicTest> each_package_uses_exactly_what_its_row_says() {
        return rows().map(row -> DynamicTest.dynamicTest(
                row.name(), () -> assertThat(uses(row.name())).isEqualTo(row.uses())));
    }

    @Test
    void every_package_has_a_row() {
        Set<String> named = rows().map(Row::name).collect(Collectors.toCollection(TreeSet::new));
        named.addAll(UNRESTRICTED);
        assertThat(packages()).isEqualTo(named);
    }

    private static Set<String> packages() {
        return OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()))
                .filter(name -> !name.startsWith("sandbox"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> uses(String name) {
        return OURS.stream()
                .filter(type -> type.getPackageName().equals(BASE + name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(type -> type.getBaseComponentType().getPackageName())
                .filter(used -> used.startsWith(BASE) && !used.equals(BASE + name))
                .map(used -> used.substring(BASE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_fakes_use_nothing_of_ours() {
        noClasses()
                .that(resideInAPackage(BASE + "sandbox.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.lifeline..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage(BASE + "sandbox..")))
                .check(OURS);
    }

    @Test
    void only_the_root_uses_the_fakes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "sandbox..", BASE + "app..", BASE + "cli..")
                .should()
                .dependOnClassesThat(resideInAPackage(BASE + "sandbox.."))
                .check(OURS);
    }

    @Test
    void vendor_libraries_stay_behind_their_adapters() {
        only("com.slack..", "slack.inbound");
        only("org.apache.sshd..", "probe", "sandbox");
        only("org.jdbi..", "store");
        only("com.github.kagkarlsson..", "store");
        only("okhttp3..", "softlayer", "slack", "webhook", "sandbox", "transport");
    }

    /** What a drill is done with cannot call anybody: it has no client, no socket and no other adapter. */
    @Test
    void P1_the_adapter_of_drills_has_nothing_to_send_a_command_with() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "drill..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackages(
                        BASE + "drill..",
                        BASE + "device..",
                        BASE + "rescue..",
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.."))
                .check(OURS);
    }

    /** Who asks the provider about every type of device would ask it about those of drills. */
    @Test
    void nobody_goes_through_all_types_of_devices() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "device..")
                .should()
                .callMethod(DeviceType.class, "values")
                .check(OURS);
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
        String[] inner = Stream.of(
                        "device",
                        "access",
                        "rescue",
                        "approval",
                        "message",
                        "audit",
                        "recording",
                        "drill",
                        "handler",
                        "workflow")
                .map(one -> BASE + one + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(inner)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void P4_no_decision_reads_users_from_a_cache() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        BASE + "workflow..",
                        BASE + "approval..",
                        BASE + "rescue..",
                        BASE + "handler.rescue..",
                        BASE + "handler.link..",
                        BASE + "handler.access..")
                .should()
                .dependOnClassesThat(simpleName("CloudUserCache").or(simpleName("CallerCache")))
                .check(OURS);
    }
}
