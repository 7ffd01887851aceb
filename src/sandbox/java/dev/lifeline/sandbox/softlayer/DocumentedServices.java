package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The services and methods that the provider has, by the classes of its official client. What is not modelled here is refused otherwise than
 * what does not exist (src/docs/platform/softlayer.md, section Services of an operator's hour). Read-only once loaded.
 */
final class DocumentedServices {

    static final String NOT_MODELLED_CODE = "Sandbox_NotModelled";

    /** The provider's code where a service or method does not exist. */
    static final String UNKNOWN_CODE = "SOAP-ENV:Client";

    private static final int NOT_IMPLEMENTED = 501;

    private final Map<String, Set<String>> methodsByService;

    private DocumentedServices(Map<String, Set<String>> methodsByService) {
        this.methodsByService = methodsByService;
    }

    static DocumentedServices load() {
        try (InputStream lines = DocumentedServices.class.getResourceAsStream("services.txt")) {
            if (lines == null) throw new IllegalStateException("services.txt is not on the class path");
            Map<String, Set<String>> methods = new TreeMap<>();
            new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] names = line.split(" ");
                methods.put(names[0], new TreeSet<>(Arrays.asList(names).subList(1, names.length)));
            });
            return new DocumentedServices(methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a service that is not modelled. */
    SoftLayerException refuseService(String service) {
        return methodsByService.containsKey(service)
                ? notModelled("Service \"" + service + "\"")
                : clientFault("Service \"" + service + "\" does not exist.");
    }

    /** Refuses a method that is not modelled, of a service that is. */
    SoftLayerException refuseMethod(String service, String method) {
        return methodsOf(service).contains(method)
                ? notModelled("Method \"" + service + "::" + method + "\"")
                : clientFault("Function (\"" + method + "\") is not a valid method for this service");
    }

    Set<String> services() {
        return methodsByService.keySet();
    }

    Set<String> methodsOf(String service) {
        return methodsByService.getOrDefault(service, Set.of());
    }

    private static SoftLayerException clientFault(String error) {
        return new SoftLayerException(500, UNKNOWN_CODE, error);
    }

    private static SoftLayerException notModelled(String what) {
        return new SoftLayerException(NOT_IMPLEMENTED, NOT_MODELLED_CODE, what + " exists, and is not modelled in the sandbox.");
    }
}
