package dev.lifeline.app;

import dev.lifeline.store.Store;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells other replicas and {@code doctor} that this process serves, and with which clock. Called by one thread. */
final class ReplicaAnnouncement implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaAnnouncement.class);

    private final Store store;
    private final String replica = ManagementFactory.getRuntimeMXBean().getName();

    ReplicaAnnouncement(Store store) {
        this.store = store;
    }

    /** Blocks for a commit. Throws nothing: the next time is near. */
    @Override
    public void run() {
        try {
            store.replicas().announce(replica, release());
        } catch (RuntimeException e) {
            LOG.info("Replica not announced: {}", e.toString());
        }
    }

    /** The version that the jar was built as. */
    static String release() {
        return Optional.ofNullable(ReplicaAnnouncement.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
