package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.web.HttpRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls received, in the order of arrival; the last 50,000 are kept. Thread-safe. */
final class CallLog {

    private static final int MAX_CALLS = 50_000;

    private final Deque<Map<String, @Nullable Object>> calls = new ArrayDeque<>();
    private long lastSequence;

    /** One call, logged on arrival; the outcome is added when it is known. */
    final class Entry {

        private final Map<String, @Nullable Object> fields;

        private Entry(Map<String, @Nullable Object> fields) {
            this.fields = fields;
        }

        void setUser(String user) {
            put("user", user);
        }

        /** Names the fault that was applied to the call. */
        void setFault(FaultKind fault) {
            put("fault", fault.wireName());
        }

        /** Sets the HTTP status; 0 means that the connection was dropped. */
        void setStatus(int status) {
            put("status", status);
        }

        void setError(SoftLayerException refused) {
            put("status", refused.status());
            put("error", refused.errorMessage());
            put("code", refused.code());
        }

        private void put(String field, Object value) {
            synchronized (CallLog.this) {
                fields.put(field, value);
            }
        }
    }

    synchronized Entry recordCall(Instant at, String method, HttpRequest httpRequest, Invocation invocation) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("at", at.toString());
        entry.put("seq", ++lastSequence);
        entry.put("method", method);
        entry.put("id", invocation.id().map(CallLog::numericIfPossible).orElse(null));
        entry.put("verb", httpRequest.method());
        entry.put("user", null);
        entry.put("mask", invocation.objectMask().orElse(null));
        entry.put("filter", invocation.objectFilter().orElse(null));
        entry.put("limit", invocation.resultLimit().orElse(null));
        entry.put("parameters", invocation.parameters());
        entry.put("status", null);
        calls.add(entry);
        if (calls.size() > MAX_CALLS) calls.removeFirst();
        return new Entry(entry);
    }

    private static Object numericIfPossible(String id) {
        return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
    }

    /** Returns the methods whose calls were refused with one of these codes, each once, by name. */
    synchronized Set<String> methodsRefusedWith(String code) {
        return calls.stream()
                .filter(call -> code.equals(call.get("code")))
                .map(call -> String.valueOf(call.get("method")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    synchronized List<Map<String, @Nullable Object>> all() {
        List<Map<String, @Nullable Object>> copy = new ArrayList<>();
        calls.forEach(entry -> copy.add(new LinkedHashMap<>(entry)));
        return copy;
    }

    synchronized void clear() {
        calls.clear();
    }
}
