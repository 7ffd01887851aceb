package dev.lifeline.sandbox.softlayer;

import com.softlayer.api.ApiClient;
import com.softlayer.api.ApiException;
import com.softlayer.api.RestApiClient;
import com.softlayer.api.Service;
import com.softlayer.api.annotation.ApiMethod;
import dev.lifeline.testkit.JsonHttpClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Trials of the provider's own client: each has a name, and ends as documented or with what differs. */
final class OfficialClientTrials {

    static final String AS_DOCUMENTED = "as documented";

    /** Methods that the provider refuses to all but its own staff and resellers. */
    private static final Set<String> REFUSED = Set.of("getAgentImpersonationToken", "getImpersonationToken");

    private static final String ABSENT_ID = "1";

    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final String url;

    OfficialClientTrials(String url) {
        this.url = url;
    }

    /** Returns a client of the owner of the account, or of another user by short name. */
    ApiClient clientOf(String user) {
        return new RestApiClient(url + "/rest/v3.1/")
                .withCredentials("307608_" + user + "@example.com", "sandbox-" + user + "-api-key");
    }

    ApiClient owner() {
        return clientOf("elena");
    }

    /** Notes the object that {@link #callAllWithoutParameters} asks a service for. */
    void useId(String service, Object id) {
        ids.put(service, String.valueOf(id));
    }

    /** Has the provider announce maintenance of a device. */
    void announceMaintenance(String device) {
        new JsonHttpClient()
                .post(url + "/sandbox/happens", Map.of("device", device, "what", "maintenance is announced"));
    }

    /** Runs a trial, which succeeds when the condition is true. */
    void expect(String name, Callable<Boolean> condition) {
        String outcome;
        try {
            outcome = condition.call() ? AS_DOCUMENTED : "another answer";
        } catch (Exception e) {
            outcome = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        outcomes.put(name, outcome);
    }

    /** Runs a trial, which succeeds when the call is refused with the provider's words. */
    void expectRefusal(String name, String words, Callable<?> call) {
        expect(name, () -> {
            try {
                call.call();
                return false;
            } catch (ApiException e) {
                return String.valueOf(e.getMessage()).contains(words);
            }
        });
    }

    /** Calls each of the named methods of a service that takes no parameter; the client fails where it cannot read an answer. */
    void callAllWithoutParameters(String name, Class<?> service, Collection<String> methods) {
        Arrays.stream(service.getMethods())
                .filter(method -> method.isAnnotationPresent(ApiMethod.class))
                .filter(method -> method.getParameterCount() == 0 && methods.contains(nameOf(method)))
                .filter(method -> nameOf(method).matches("(get|is).*"))
                .forEach(method -> call(name, service, method));
    }

    private void call(String name, Class<?> service, Method method) {
        String trial = name + "::" + nameOf(method);
        boolean absent = needsObject(method) && !ids.containsKey(name);
        if (absent) expectRefusal(trial, "Unable to find object", () -> invoke(name, service, method));
        else if (REFUSED.contains(nameOf(method)))
            expectRefusal(trial, "permission", () -> invoke(name, service, method));
        else
            expect(trial, () -> {
                invoke(name, service, method);
                return true;
            });
    }

    private static boolean needsObject(Method method) {
        return method.getAnnotation(ApiMethod.class).instanceRequired();
    }

    private Object invoke(String name, Class<?> service, Method method) throws Exception {
        String id = needsObject(method) ? ids.getOrDefault(name, ABSENT_ID) : null;
        Service target = owner().createService(service.asSubclass(Service.class), id);
        try {
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    static String nameOf(Method method) {
        ApiMethod annotation = method.getAnnotation(ApiMethod.class);
        return annotation.value().isEmpty() ? method.getName() : annotation.value();
    }

    /** Returns the trials that did not end as documented, with what differs. */
    Map<String, String> differing() {
        Map<String, String> differing = new LinkedHashMap<>(outcomes);
        differing.values().removeIf(AS_DOCUMENTED::equals);
        return differing;
    }

    /** Returns a line for each trial: name, tab, how it ended. */
    List<String> report() {
        return outcomes.entrySet().stream()
                .map(trial -> trial.getKey() + "\t" + trial.getValue())
                .toList();
    }

    int count() {
        return outcomes.size();
    }
}
