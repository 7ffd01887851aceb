package dev.lifeline.faults;

import dev.lifeline.rescue.Stage;
import java.util.Arrays;

/** Which calls does the workflow make, where does each come in a rescue, and under which circumstances is it made at all? */
enum Struck {
    USER_SEARCH("user search", Moment.CLEARED, Circumstance.UNLINKED),
    USER("user read", Moment.CLEARED, Circumstance.USUAL),
    INSPECTION("inspection", Moment.CLEARED, Circumstance.USUAL),
    OWN_USER("read of the bot's own rights", Moment.CLEARED, Circumstance.NO_LOGIN_ON_RECORD),
    CATALOGUE("image catalogue", Moment.CLEARED, Circumstance.USUAL),
    LAUNCH("launch order", Moment.CLEARED, Circumstance.USUAL),
    LOOK("look", Moment.BOOTING, Circumstance.USUAL),
    SECOND_LOOK("second look", Moment.BOOTING, Circumstance.MISSING_IN_LISTS),
    LOGIN("login name", Moment.BOOTING, Circumstance.USUAL),
    LOOK_IN_RESCUE("look in rescue", Moment.IN_RESCUE, Circumstance.STAYING),
    USER_BACK("user read before the return", Moment.IN_RESCUE, Circumstance.USUAL),
    INSPECTION_BACK("inspection before the return", Moment.IN_RESCUE, Circumstance.USUAL),
    OWN_USER_BACK("read of the bot's own rights before the return", Moment.IN_RESCUE, Circumstance.NO_LOGIN_ON_RECORD),
    BOOT_IMAGE("boot image read", Moment.IN_RESCUE, Circumstance.USUAL),
    GIVE_BACK("give-back order", Moment.IN_RESCUE, Circumstance.USUAL),
    LOOK_BACK("look on the way back", Moment.RETURNING, Circumstance.USUAL),
    SECOND_LOOK_BACK("second look on the way back", Moment.RETURNING, Circumstance.MISSING_IN_LISTS),
    POWER_CYCLE("power-cycle order", Moment.OVERDUE, Circumstance.NOT_COMING_BACK);

    private final String words;
    private final Moment moment;
    private final Circumstance circumstance;

    Struck(String words, Moment moment, Circumstance circumstance) {
        this.words = words;
        this.moment = moment;
        this.circumstance = circumstance;
    }

    String words() {
        return words;
    }

    Circumstance circumstance() {
        return circumstance;
    }

    boolean isOrder() {
        return this == LAUNCH || this == GIVE_BACK || this == POWER_CYCLE;
    }

    /** Whether it begins a transaction, whose fate may be decided then. */
    boolean begins(Subject subject) {
        return this == LAUNCH || (isOrder() && subject == Subject.WINDOWS_GUEST);
    }

    /** Is this call made for such a device at all? */
    boolean concerns(Subject subject) {
        return switch (this) {
            // without a login on record no other kind with a system gets so far
            case CATALOGUE, OWN_USER_BACK -> subject == Subject.WINDOWS_GUEST;
            case BOOT_IMAGE -> subject == Subject.LINUX_GUEST;
            // without a system there is nothing whose login could be on record
            case OWN_USER -> subject != Subject.EMPTY_METAL;
            default -> true;
        };
    }

    /** In full, as the stand-in names it. */
    String method(Subject subject) {
        return switch (this) {
            case USER_SEARCH -> "SoftLayer_Account::getUsers";
            case USER, USER_BACK -> "SoftLayer_User_Customer::getObject";
            case OWN_USER, OWN_USER_BACK -> "SoftLayer_Account::getCurrentUser";
            case INSPECTION, INSPECTION_BACK, LOGIN, SECOND_LOOK, SECOND_LOOK_BACK -> subject.service() + "::getObject";
            case CATALOGUE -> "SoftLayer_Virtual_Disk_Image::getPublicIsoImages";
            case LAUNCH -> subject.service() + "::" + subject.launch();
            case LOOK, LOOK_IN_RESCUE, LOOK_BACK -> subject.list();
            case BOOT_IMAGE -> "SoftLayer_Virtual_Guest::getIsoBootImage";
            case GIVE_BACK -> subject.service() + "::" + subject.giveBack();
            case POWER_CYCLE -> subject.service() + "::" + subject.powerCycle();
        };
    }

    /** Is the request where this call comes next? */
    boolean isNextIn(Stage stage) {
        return moment.isNow(stage);
    }

    /** Is there one that stands for this call, made for such a device in that stage? */
    static boolean anyIs(String method, Stage stage, Subject subject) {
        return Arrays.stream(values())
                .anyMatch(one -> one.isNextIn(stage) && one.method(subject).equals(method));
    }
}
