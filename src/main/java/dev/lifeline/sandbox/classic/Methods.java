package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.query.Schema;
import dev.lifeline.sandbox.classic.query.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which services are there, and which methods do they have? Every relation of an object also has a getter. */
final class Methods {

    private final Schema schema;
    private final Map<String, Method.Action> objects = new HashMap<>();
    private final Map<String, Map<String, Method>> services = new HashMap<>();

    Methods(Schema schema) {
        this.schema = schema;
    }

    /** Adds a service whose object is found so; it has getObject and a getter for each relation. */
    Methods objects(String service, Method.Action find) {
        objects.put("SoftLayer_" + service, find);
        return method(service, "getObject", Method.returning(service, find));
    }

    Methods method(String service, String name, Method method) {
        services.computeIfAbsent("SoftLayer_" + service, ignored -> new HashMap<>())
                .put(name, method);
        return this;
    }

    /**
     * The method called; a {@code get} may be missing.
     *
     * @throws ApiError for what does not exist
     */
    Method of(Invocation call) {
        if (!services.containsKey(call.service())) throw unknown("Service \"" + call.service() + "\" does not exist.");
        return find(call.service(), call.method())
                .or(() -> find(call.service(), "get" + capital(call.method())))
                .orElseThrow(
                        () -> unknown("Function (\"" + call.method() + "\") is not a valid method for this service"));
    }

    /** The full name of the method called, for the list of calls. */
    String nameOf(Invocation call) {
        boolean as = find(call.service(), call.method()).isPresent()
                || find(call.service(), "get" + capital(call.method())).isEmpty();
        return call.service() + "::" + (as ? call.method() : "get" + capital(call.method()));
    }

    private static ApiError unknown(String error) {
        return new ApiError(500, "SOAP-ENV:Client", error);
    }

    private Optional<Method> find(String service, String name) {
        Method own = services.getOrDefault(service, Map.of()).get(name);
        return own == null ? getter(service, name) : Optional.of(own);
    }

    private Optional<Method> getter(String service, String name) {
        Method.Action object = objects.get(service);
        if (object == null || !name.startsWith("get") || name.length() < 4) return Optional.empty();
        String relation = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
        if (!schema.hasRelation(service, relation)) return Optional.empty();
        boolean list = schema.isList(service, relation);
        String type = schema.typeOf(service, relation).orElse("");
        return Optional.of(new Method(type, list ? relation : null, request -> {
            Object value = object.answer(request) instanceof Thing thing ? thing.value(relation) : null;
            return value == null && list ? List.of() : value;
        }));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
