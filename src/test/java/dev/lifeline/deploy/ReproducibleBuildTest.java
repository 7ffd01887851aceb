package dev.lifeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar is built twice from what is committed, in two folders: the same bytes, and in it a bill of materials that names a licence for
 * everything. {@code -Dgolden=write} writes {@code src/docs/third-party.md}.
 */
@Tag("long")
class ReproducibleBuildTest {

    private static final Path PAGE = Path.of("src/docs/third-party.md");
    private static final String TABLE_START = "<!-- components -->\n";
    private static final int BUILD_MINUTES = 15;

    @TempDir
    Path folder;

    @Test
    void a_second_build_makes_the_same_jar_and_every_part_has_a_licence() throws Exception {
        assumeTrue(run(Path.of("."), "mvn", "--version"), "Maven is not installed");
        Path first = build("first");
        Path second = build("a-second-folder-with-a-longer-name");

        assertThat(sha256(second)).isEqualTo(sha256(first));
        List<Component> components = components(first);
        assertThat(components)
                .hasSizeGreaterThan(40)
                .allSatisfy(component ->
                        assertThat(component.licences()).as(component.name()).isNotEmpty());
        assertPage(components);
    }

    private Path build(String name) throws IOException, InterruptedException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Path archive = folder.resolve(name + ".tar");
        assertThat(run(Path.of("."), "git", "archive", "--output", archive.toString(), "HEAD"))
                .isTrue();
        assertThat(run(copy, "tar", "xf", archive.toString())).isTrue();
        assertThat(run(copy, "mvn", "-q", "-B", "-DskipTests", "package")).isTrue();
        return copy.resolve("target/lifeline.jar");
    }

    private boolean run(Path directory, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .inheritIO()
                    .start();
            return process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private record Component(String name, String version, List<String> licences) {

        static Component of(JsonNode json) {
            return new Component(
                    "pkg:maven/" + json.path("group").asText() + "/"
                            + json.path("name").asText(),
                    json.path("version").asText(),
                    json.path("licenses")
                            .valueStream()
                            .map(Component::licence)
                            .distinct()
                            .toList());
        }

        private static String licence(JsonNode licence) {
            return Stream.of(licence.at("/license/id"), licence.at("/license/name"), licence.path("expression"))
                    .map(JsonNode::asText)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    private static List<Component> components(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry sbom = file.getEntry("META-INF/sbom/lifeline.cdx.json");
            assertThat(sbom).as("bill of materials").isNotNull();
            return new ObjectMapper()
                    .readTree(file.getInputStream(sbom))
                    .path("components")
                    .valueStream()
                    .map(Component::of)
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        }
    }

    private static void assertPage(List<Component> components) throws IOException {
        String page = Files.readString(PAGE);
        String made = page.substring(0, page.indexOf(TABLE_START))
                + TABLE_START
                + "\n| Component | Version | Licence |\n|---|---|---|\n"
                + components.stream().map(ReproducibleBuildTest::row).collect(Collectors.joining("\n", "", "\n"));
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, made);
        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    private static String row(Component component) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s |",
                component.name(),
                component.version(),
                String.join(" or ", component.licences()));
    }
}
