package dev.lifeline.testkit;

import dev.lifeline.contract.WhereaboutsContract;
import dev.lifeline.message.Whereabouts;

class PlacesInMemoryTest extends WhereaboutsContract {

    private final Whereabouts places = new PlacesInMemory();

    @Override
    protected Whereabouts whereabouts() {
        return places;
    }
}
