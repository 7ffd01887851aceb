package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.web.Call;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was called, in the order it arrived. */
final class CallLog {

    private static final int KEPT = 50_000;

    private final Deque<Map<String, @Nullable Object>> calls = new ArrayDeque<>();
    private long seq;

    /** One call, noted on arrival; its outcome is added when it is known. */
    final class Note {

        private final Map<String, @Nullable Object> entry;

        private Note(Map<String, @Nullable Object> entry) {
            this.entry = entry;
        }

        void by(String user) {
            put("user", user);
        }

        /** A fault of this name had a part in what became of it. */
        void struckBy(FaultKind fault) {
            put("fault", fault.word());
        }

        /** A status of 0 means that the connection was cut. */
        void ended(int status) {
            put("status", status);
        }

        void failed(int status, String error) {
            put("status", status);
            put("error", error);
        }

        private void put(String field, Object value) {
            synchronized (CallLog.this) {
                entry.put(field, value);
            }
        }
    }

    synchronized Note arrived(Instant at, String method, Call call, Invocation invocation) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("at", at.toString());
        entry.put("seq", ++seq);
        entry.put("method", method);
        entry.put("id", invocation.id().map(CallLog::number).orElse(null));
        entry.put("verb", call.method());
        entry.put("user", null);
        entry.put("mask", invocation.mask().orElse(null));
        entry.put("filter", invocation.filter().orElse(null));
        entry.put("limit", invocation.limit().orElse(null));
        entry.put("parameters", invocation.parameters());
        entry.put("status", null);
        calls.add(entry);
        if (calls.size() > KEPT) calls.removeFirst();
        return new Note(entry);
    }

    private static Object number(String id) {
        return id.matches("\\d{1,18}") ? (Object) Long.valueOf(id) : id;
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
