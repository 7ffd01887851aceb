package dev.lifeline.recording;

import dev.lifeline.audit.AuditEntry;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.audit.ChainedEntry;
import dev.lifeline.audit.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An audit log of one request, in memory. */
final class StoredEntries implements AuditLog {

    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void append(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void forEach(Consumer<ChainedEntry> reader) {}

    @Override
    public List<AuditEntry> findByRequest(String request) {
        return List.copyOf(entries);
    }

    @Override
    public Checkpoint head() {
        return new Checkpoint(entries.size(), "0".repeat(64));
    }
}
