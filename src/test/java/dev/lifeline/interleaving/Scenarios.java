package dev.lifeline.interleaving;

import dev.lifeline.slack.inbound.DeliveryInterleavings;
import dev.lifeline.store.database.DatabaseInterleavings;
import java.util.Map;
import java.util.TreeMap;

/** What is explored, by name. */
final class Scenarios {

    private Scenarios() {}

    /** Of the product. */
    static Map<String, Runnable> product() {
        Map<String, Runnable> product = new TreeMap<>(DatabaseInterleavings.scenarios());
        product.putAll(DeliveryInterleavings.scenarios());
        return product;
    }

    /** Of the product and the planted races. */
    static Map<String, Runnable> all() {
        Map<String, Runnable> all = product();
        all.putAll(PlantedRaces.scenarios());
        return all;
    }
}
