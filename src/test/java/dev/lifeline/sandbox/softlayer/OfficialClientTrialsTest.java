package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.softlayer.api.annotation.ApiMethod;
import com.softlayer.api.annotation.ApiService;
import com.softlayer.api.annotation.ApiTypes;
import com.softlayer.api.service.Account;
import dev.lifeline.testkit.JsonHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The provider's own Java client, which nobody here wrote, as the judge of the fake SoftLayer: it calls every method that the fake has,
 * and each trial ends as documented. The trials are listed in target/trials.
 */
@Tag("long")
class OfficialClientTrialsTest {

    private static final Path REPORT = Path.of("target/trials/softlayer-java-client.tsv");

    private FakeSoftLayer softLayer;
    private OfficialClientTrials trials;

    @BeforeEach
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0).withSpeed(100_000));
        trials = new OfficialClientTrials(softLayer.url());
    }

    @AfterEach
    void stop() {
        softLayer.close();
    }

    @Test
    void none_of_its_trials_differs_from_what_the_provider_documents() throws Exception {
        Map<String, Class<?>> services = officialServices();
        JsonNode modelled =
                new JsonHttpClient().get(softLayer.url() + "/sandbox/methods").path("modelled");
        new OperatorsHour(trials).run();
        services.keySet().retainAll(namesOf(modelled));
        services.forEach(
                (name, service) -> trials.callAllWithoutParameters(name, service, textsOf(modelled.path(name))));

        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, trials.report());
        assertThat(trials.differing()).isEmpty();
        assertThat(notCalled(modelled, services)).isEmpty();
    }

    /** Methods that the fake has and the client knows, and that no trial called. */
    private Set<String> notCalled(JsonNode modelled, Map<String, Class<?>> services) {
        Set<String> notCalled = new TreeSet<>();
        services.forEach((name, service) -> Arrays.stream(service.getMethods())
                .filter(method -> method.isAnnotationPresent(ApiMethod.class))
                .map(OfficialClientTrials::nameOf)
                .filter(textsOf(modelled.path(name))::contains)
                .forEach(method -> notCalled.add(name + "::" + method)));
        new JsonHttpClient()
                .get(softLayer.url() + "/sandbox/calls")
                .findValuesAsText("method")
                .forEach(notCalled::remove);
        return notCalled;
    }

    private static Set<String> namesOf(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> textsOf(JsonNode names) {
        return names.valueStream().map(JsonNode::asText).toList();
    }

    /** The service interfaces of the client, by the provider's names. */
    private static Map<String, Class<?>> officialServices() throws ClassNotFoundException {
        Map<String, Class<?>> services = new TreeMap<>();
        Arrays.stream(Class.forName(Account.class.getPackageName() + ".package-info")
                        .getAnnotation(ApiTypes.class)
                        .value())
                .flatMap(type -> Stream.of(type.getDeclaredClasses()))
                .filter(nested -> nested.isAnnotationPresent(ApiService.class))
                .forEach(service ->
                        services.put(service.getAnnotation(ApiService.class).value(), service));
        return services;
    }
}
