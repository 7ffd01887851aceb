package dev.lifeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.config.SettingsReader;
import dev.lifeline.device.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Kubernetes manifest: what the API server would refuse, and where it would disagree with the bot. */
class KubernetesManifestTest {

    /** By kind: API version, and what the object cannot do without. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "ServiceAccount", List.of("v1"),
            "ConfigMap", List.of("v1", "/data"),
            "Deployment", List.of("apps/v1", "/spec/selector/matchLabels", "/spec/template/metadata/labels"),
            "Service", List.of("v1", "/spec/selector", "/spec/ports/0/port"),
            "PodDisruptionBudget", List.of("policy/v1", "/spec/minAvailable", "/spec/selector/matchLabels"),
            "NetworkPolicy", List.of("networking.k8s.io/v1", "/spec/podSelector", "/spec/policyTypes"));

    private static JsonNode container() {
        return DeployFiles.kubernetes("Deployment").at("/spec/template/spec/containers/0");
    }

    private static String setting(String name) {
        return DeployFiles.kubernetes("ConfigMap").path("data").path(name).asText();
    }

    @Test
    void every_object_is_of_a_known_kind_and_version_and_has_what_that_kind_needs() {
        List<JsonNode> objects = DeployFiles.documents("kubernetes.yaml");

        assertThat(objects)
                .extracting(object -> object.path("kind").asText())
                .containsExactlyInAnyOrderElementsOf(KINDS.keySet());
        for (JsonNode object : objects) {
            List<String> needs = KINDS.get(object.path("kind").asText());
            assertThat(object.path("apiVersion").asText()).isEqualTo(needs.get(0));
            assertThat(needs.stream().skip(1)).allMatch(path -> !object.at(path).isMissingNode());
            assertThat(object.at("/metadata/name").asText()).isEqualTo("lifeline");
            assertThat(object.at("/metadata/namespace").asText()).isEqualTo("lifeline");
        }
    }

    @Test
    void every_selector_finds_the_pods() {
        JsonNode labels = DeployFiles.kubernetes("Deployment").at("/spec/template/metadata/labels");

        assertThat(Stream.of(
                        DeployFiles.kubernetes("Deployment").at("/spec/selector/matchLabels"),
                        DeployFiles.kubernetes("PodDisruptionBudget").at("/spec/selector/matchLabels"),
                        DeployFiles.kubernetes("NetworkPolicy").at("/spec/podSelector/matchLabels"),
                        DeployFiles.kubernetes("Service").at("/spec/selector")))
                .allMatch(labels::equals);
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, /health/live", "livenessProbe, /health/live", "readinessProbe, /health/ready"})
    void a_probe_asks_what_the_bot_answers(String probe, String path) {
        JsonNode request = container().path(probe).path("httpGet");

        assertThat(request.path("path").asText()).isEqualTo(path);
        assertThat(request.path("port").asText()).isEqualTo("health");
    }

    @Test
    void the_ports_are_those_of_the_settings_and_no_other_is_open() {
        assertThat(container().path("ports"))
                .extracting(port -> port.path("name").asText() + "="
                        + port.path("containerPort").asText())
                .containsExactly("http=" + setting("LIFELINE_HTTP_PORT"), "health=" + setting("LIFELINE_HEALTH_PORT"));
        List<String> open = new ArrayList<>();
        DeployFiles.kubernetes("NetworkPolicy")
                .at("/spec/ingress")
                .forEach(rule -> rule.path("ports")
                        .forEach(port -> open.add(port.path("port").asText())));
        assertThat(open).containsExactly(setting("LIFELINE_HTTP_PORT"), setting("LIFELINE_HEALTH_PORT"));
        assertThat(DeployFiles.kubernetes("Deployment")
                        .at("/spec/template/metadata/annotations/prometheus.io~1port")
                        .asText())
                .isEqualTo(setting("LIFELINE_HEALTH_PORT"));
    }

    @Test
    void the_settings_are_known_and_none_of_them_is_a_secret() {
        List<String> names = new ArrayList<>();
        DeployFiles.kubernetes("ConfigMap").path("data").fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .isSubsetOf(SettingsReader.names())
                .doesNotContainAnyElementsOf(Set.of(
                        "SLACK_BOT_TOKEN",
                        "SLACK_APP_TOKEN",
                        "SLACK_SIGNING_SECRET",
                        "SL_API_KEY",
                        "LIFELINE_DATABASE_URL"));
    }

    @Test
    void the_pod_has_no_right_that_it_does_not_need() {
        JsonNode pod = DeployFiles.kubernetes("Deployment").at("/spec/template/spec");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(DeployFiles.dockerfile())
                .contains("USER " + pod.at("/securityContext/runAsUser").asText() + ":"
                        + pod.at("/securityContext/runAsGroup").asText());
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode security = container().path("securityContext");
        assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(container().path("volumeMounts"))
                .extracting(mount -> mount.path("mountPath").asText())
                .containsExactly("/tmp");
    }

    @Test
    void two_replicas_share_the_provider_s_limit_and_one_is_always_left() {
        int replicas = DeployFiles.kubernetes("Deployment").at("/spec/replicas").asInt();

        assertThat(replicas).isEqualTo(2);
        assertThat(Integer.parseInt(setting("LIFELINE_CALLS_PER_SECOND")) * replicas)
                .isLessThanOrEqualTo(50);
        assertThat(DeployFiles.kubernetes("PodDisruptionBudget")
                        .at("/spec/minAvailable")
                        .asInt())
                .isEqualTo(replicas - 1);
        assertThat(container().at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container().at("/resources/requests/cpu").asText()).isNotEmpty();
    }

    @Test
    void the_pod_may_reach_the_default_ports_of_devices() {
        List<Integer> reachable = new ArrayList<>();
        StreamSupport.stream(
                        DeployFiles.kubernetes("NetworkPolicy")
                                .at("/spec/egress")
                                .spliterator(),
                        false)
                .forEach(rule -> rule.path("ports")
                        .forEach(port -> reachable.add(port.path("port").asInt())));

        assertThat(reachable).contains(443, 5432, Ports.DEFAULT.ssh(), Ports.DEFAULT.rdp());
    }
}
