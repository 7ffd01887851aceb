package dev.lifeline.slack.inbound;

import static dev.lifeline.interleaving.Explorer.inThreads;
import static dev.lifeline.interleaving.Explorer.require;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Deliveries that arrive on two connections while the workers are busy. */
public final class DeliveryInterleavings {

    private DeliveryInterleavings() {}

    /** The scenarios by name; made in this class, because the model checker looks into the class that made them. */
    public static Map<String, Runnable> scenarios() {
        return Map.of("delivery workers", DeliveryInterleavings::bounded_pool);
    }

    /** Each delivery is processed once, or refused and so answered as busy. */
    private static void bounded_pool() {
        BoundedPool pool = new BoundedPool(1, 1, "worker");
        AtomicInteger processed = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Runnable connection = () -> {
            for (int i = 0; i < 2; i++) if (!pool.tryExecute(processed::incrementAndGet)) refused.incrementAndGet();
        };
        inThreads(connection, connection);
        pool.close();
        require(processed.get() + refused.get() == 4, "a delivery was lost, or processed twice");
    }
}
