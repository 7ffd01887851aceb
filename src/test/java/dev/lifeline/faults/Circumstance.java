package dev.lifeline.faults;

import java.util.Map;

/** What has to be so, besides the fault, that a call is made at all? */
enum Circumstance {
    USUAL(""),
    /** The bot does not know yet which cloud user it is that asks. */
    UNLINKED("nobody is linked yet"),
    /** The account has no password for the device. */
    NO_LOGIN_ON_RECORD("no login is on record"),
    /** Lists leave the device out, and it is there when asked for by itself. */
    MISSING_IN_LISTS("lists leave the device out"),
    /** Nobody is in a hurry to end the rescue. */
    STAYING("it stays in rescue for a while"),
    /** The first order to give the device back gets lost. */
    NOT_COMING_BACK("the first order to give it back gets lost");

    private final String words;

    Circumstance(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Makes it so. */
    void arrange(Provider provider, Subject subject) {
        String device = Long.toString(subject.id().value());
        switch (this) {
            case NO_LOGIN_ON_RECORD -> provider.happens(device, "loses its credentials");
            case MISSING_IN_LISTS ->
                provider.misbehave(Map.of("fault", "vanished-device", "device", device, "method", subject.list()));
            case NOT_COMING_BACK ->
                provider.misbehave(
                        Map.of("fault", "drop-before", "times", 1, "method", Struck.GIVE_BACK.method(subject)));
            case USUAL, UNLINKED, STAYING -> {
                // the provider knows nothing of it
            }
        }
    }
}
