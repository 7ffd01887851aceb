package dev.lifeline.faultinjection;

import java.util.Map;

/** A condition, besides the fault, under which a call is made at all. */
enum Precondition {
    NORMAL(""),
    /** The requester is not linked to a cloud user yet. */
    NO_ACCOUNT_LINK("nobody is linked yet"),
    /** The account stores no password of the device. */
    NO_STORED_LOGIN("no login is on record"),
    /** Lists omit the device, but reading it by id finds it. */
    MISSING_FROM_LISTS("lists leave the device out"),
    /** The exit is requested only after many polls. */
    STAYS_IN_RESCUE("it stays in rescue for a while"),
    /** The first exit command is lost. */
    FIRST_EXIT_COMMAND_LOST("the first order to give it back gets lost");

    private final String description;

    Precondition(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Establishes the condition. */
    void arrange(FakeSoftLayerControl fakeSoftLayerControl, TrialDevice trialDevice) {
        String device = Long.toString(trialDevice.id().value());
        switch (this) {
            case NO_STORED_LOGIN -> fakeSoftLayerControl.triggerIncident(device, "loses its credentials");
            case MISSING_FROM_LISTS ->
                fakeSoftLayerControl.injectFault(
                        Map.of("fault", "vanished-device", "device", device, "method", trialDevice.listMethod()));
            case FIRST_EXIT_COMMAND_LOST ->
                fakeSoftLayerControl.injectFault(
                        Map.of("fault", "drop-before", "times", 1, "method", CallSite.EXIT.method(trialDevice)));
            case NORMAL, NO_ACCOUNT_LINK, STAYS_IN_RESCUE -> {
                // the provider never received it
            }
        }
    }
}
