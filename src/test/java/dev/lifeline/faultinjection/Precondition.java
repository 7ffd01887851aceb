package dev.lifeline.faultinjection;

import java.util.Map;

/** What has to be so, besides the fault, that a call is made at all? */
enum Precondition {
    NORMAL(""),
    /** The bot does not know yet which cloud user it is that asks. */
    NO_ACCOUNT_LINK("nobody is linked yet"),
    /** The account has no password for the device. */
    NO_STORED_LOGIN("no login is on record"),
    /** Lists leave the device out, and it is there when asked for by itself. */
    MISSING_FROM_LISTS("lists leave the device out"),
    /** Nobody is in a hurry to end the rescue. */
    STAYS_IN_RESCUE("it stays in rescue for a while"),
    /** The first order to give the device back gets lost. */
    FIRST_EXIT_COMMAND_LOST("the first order to give it back gets lost");

    private final String description;

    Precondition(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** Makes it so. */
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
                // the provider knows nothing of it
            }
        }
    }
}
