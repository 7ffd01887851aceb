package dev.lifeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alert rules: each metric that they name exists. */
class MonitoringFilesTest {

    private static final Path FOLDER = Path.of("src/docs/deploy");
    private static final Pattern METRIC = Pattern.compile("\\b(lifeline|jvm|hikaricp|process)_[a-z_]+");

    /** Of the connection pool, which registers its metrics when it opens. */
    private static final Set<String> POOL_METRICS =
            Set.of("hikaricp_connections_active", "hikaricp_connections_pending");

    private static Set<String> metricsIn(String text) {
        Matcher metrics = METRIC.matcher(text);
        return metrics.results().map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> served() {
        return MetricsTest.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_alerts_name_metrics_that_exist_and_say_what_to_do() throws IOException {
        JsonNode rules = new YAMLMapper()
                .readTree(FOLDER.resolve("alerts.yaml").toFile())
                .at("/groups/0/rules");

        assertThat(rules).isNotEmpty();
        for (JsonNode rule : rules) {
            assertThat(metricsIn(rule.path("expr").asText())).isNotEmpty().isSubsetOf(served());
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "warn");
            assertThat(metricsIn(rule.at("/annotations/description").asText()))
                    .allMatch(named -> served().stream().anyMatch(name -> name.startsWith(named)));
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/description").asText()).isNotEmpty();
        }
    }

    @Test
    void the_dashboard_names_metrics_that_exist() throws IOException {
        JsonNode panels = new ObjectMapper()
                .readTree(FOLDER.resolve("dashboard.json").toFile())
                .path("panels");
        Set<String> served = served();
        served.addAll(POOL_METRICS);

        assertThat(panels).isNotEmpty();
        for (JsonNode panel : panels)
            for (JsonNode target : panel.path("targets"))
                assertThat(metricsIn(target.path("expr").asText())).isNotEmpty().isSubsetOf(served);
    }

    static boolean promtoolInstalled() {
        return Path.of("/usr/bin/promtool").toFile().canExecute() || System.getenv("PROMTOOL") != null;
    }

    /** Debian's package {@code prometheus} has it; the variable {@code PROMTOOL} may name another. */
    @Tag("long")
    @Test
    @EnabledIf("promtoolInstalled")
    void promtool_finds_nothing_wrong(@TempDir Path folder) throws IOException, InterruptedException {
        Path scraped = Files.writeString(folder.resolve("metrics"), MetricsTest.scrape());

        assertThat(promtool(scraped, "check", "metrics")).isEmpty();
        assertThat(promtool(scraped, "check", "rules", "alerts.yaml")).contains("SUCCESS");
        assertThat(promtool(scraped, "test", "rules", "alerts-test.yaml")).contains("SUCCESS");
    }

    private static String promtool(Path input, String... arguments) throws IOException, InterruptedException {
        String program = System.getenv().getOrDefault("PROMTOOL", "promtool");
        String[] command = new String[arguments.length + 1];
        command[0] = program;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
