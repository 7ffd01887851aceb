package dev.lifeline.faults;

import dev.lifeline.rescue.Stage;
import dev.lifeline.rescue.Stage.Booting;
import dev.lifeline.rescue.Stage.Cleared;
import dev.lifeline.rescue.Stage.InRescue;
import dev.lifeline.rescue.Stage.Launching;

/** Which calls does the workflow make, and when is a fault switched on so that it strikes just that one? */
enum Struck {
    USER("user read"),
    INSPECTION("inspection"),
    CATALOGUE("image catalogue"),
    LAUNCH("launch order"),
    LOOK("look"),
    LOGIN("login name"),
    BOOT_IMAGE("boot image read"),
    GIVE_BACK("give-back order");

    private final String words;

    Struck(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isOrder() {
        return this == LAUNCH || this == GIVE_BACK;
    }

    /** Is this call made for such a device at all? */
    boolean concerns(Subject subject) {
        return switch (this) {
            case CATALOGUE -> subject == Subject.WINDOWS_GUEST;
            case BOOT_IMAGE -> subject == Subject.LINUX_GUEST;
            default -> true;
        };
    }

    /** In full, as the stand-in names it. */
    String method(Subject subject) {
        return switch (this) {
            case USER -> "SoftLayer_User_Customer::getObject";
            case INSPECTION, LOGIN -> subject.service() + "::getObject";
            case CATALOGUE -> "SoftLayer_Virtual_Disk_Image::getPublicIsoImages";
            case LAUNCH -> subject.service() + "::" + subject.launch();
            case LOOK -> "SoftLayer_Account::" + (subject.isGuest() ? "getVirtualGuests" : "getHardware");
            case BOOT_IMAGE -> "SoftLayer_Virtual_Guest::getIsoBootImage";
            case GIVE_BACK -> subject.service() + "::" + subject.giveBack();
        };
    }

    /** Is the request where this call comes next? */
    boolean isNextIn(Stage stage) {
        return switch (this) {
            case USER, INSPECTION, CATALOGUE, LAUNCH -> stage instanceof Cleared;
            case LOOK, LOGIN -> stage instanceof Launching || stage instanceof Booting;
            case BOOT_IMAGE, GIVE_BACK -> stage instanceof InRescue;
        };
    }
}
