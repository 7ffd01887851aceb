package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.query.Schema;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The services and their methods. Every relation of a service's object has a getter too. Filled once, then read-only. */
final class MethodRegistry {

    private final Schema schema;
    private final DocumentedServices documentedServices = DocumentedServices.load();
    private final Map<String, ServiceMethod.Handler> objectLoaders = new HashMap<>();
    private final Map<String, Map<String, ServiceMethod>> methodsByService = new HashMap<>();

    MethodRegistry(Schema schema) {
        this.schema = schema;
    }

    /** Adds a service with the function that loads its object; it has getObject and a getter for each relation. */
    MethodRegistry addService(String service, ServiceMethod.Handler loader) {
        objectLoaders.put("SoftLayer_" + service, loader);
        return addMethod(service, "getObject", ServiceMethod.returningObject(service, loader));
    }

    MethodRegistry addMethod(String service, String name, ServiceMethod serviceMethod) {
        methodsByService.computeIfAbsent("SoftLayer_" + service, ignored -> new HashMap<>())
                .put(name, serviceMethod);
        return this;
    }

    /**
     * Returns the method called; a leading {@code get} may be missing.
     *
     * @throws SoftLayerException for an unknown service or method
     */
    ServiceMethod resolve(Invocation call) {
        if (!methodsByService.containsKey(call.service())) throw documentedServices.refuseService(call.service());
        return findMethod(call.service(), call.method())
                .or(() -> findMethod(call.service(), "get" + capitalize(call.method())))
                .orElseThrow(() -> documentedServices.refuseMethod(call.service(), call.method()));
    }

    /** Returns the full name of the method called, for the call log. */
    String qualifiedName(Invocation call) {
        boolean asSent = findMethod(call.service(), call.method()).isPresent()
                || findMethod(call.service(), "get" + capitalize(call.method())).isEmpty();
        return call.service() + "::" + (asSent ? call.method() : "get" + capitalize(call.method()));
    }

    /** Returns what is modelled, and what exists and is not: services, and methods of the services that are modelled. */
    MethodInventory inventory() {
        Map<String, Set<String>> modelled = new TreeMap<>();
        Map<String, Set<String>> notModelled = new TreeMap<>();
        Set<String> services = new TreeSet<>(documentedServices.services());
        methodsByService.keySet().forEach(service -> {
            modelled.put(service, modelledMethods(service));
            Set<String> rest = new TreeSet<>(documentedServices.methodsOf(service));
            rest.removeAll(modelledMethods(service));
            notModelled.put(service, rest);
        });
        services.removeAll(methodsByService.keySet());
        return new MethodInventory(modelled, notModelled, services);
    }

    private Set<String> modelledMethods(String service) {
        Set<String> names = new TreeSet<>(methodsByService.getOrDefault(service, Map.of()).keySet());
        documentedServices.methodsOf(service).stream()
                .filter(name -> findMethod(service, name).isPresent())
                .forEach(names::add);
        return names;
    }

    private Optional<ServiceMethod> findMethod(String service, String name) {
        ServiceMethod declared = methodsByService.getOrDefault(service, Map.of()).get(name);
        return declared == null ? relationGetter(service, name) : Optional.of(declared);
    }

    private Optional<ServiceMethod> relationGetter(String service, String name) {
        ServiceMethod.Handler loader = objectLoaders.get(service);
        if (loader == null || !name.startsWith("get") || name.length() < 4) return Optional.empty();
        String relation = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
        if (!schema.hasRelation(service, relation)) return Optional.empty();
        boolean list = schema.isListRelation(service, relation);
        String type = schema.relationType(service, relation).orElse("");
        return Optional.of(new ServiceMethod(type, list ? relation : null, apiRequest -> {
            Object value = loader.handle(apiRequest) instanceof ApiObject apiObject ? apiObject.value(relation) : null;
            return value == null && list ? List.of() : value;
        }));
    }

    private static String capitalize(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
