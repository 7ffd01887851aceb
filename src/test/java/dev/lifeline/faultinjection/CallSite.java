package dev.lifeline.faultinjection;

import dev.lifeline.rescue.Stage;
import java.util.Arrays;

/** The calls of the workflow, each with its phase and the preconditions under which it is made. */
enum CallSite {
    USER_SEARCH("user search", InjectionPhase.READY_TO_LAUNCH, Precondition.NO_ACCOUNT_LINK),
    USER_READ("user read", InjectionPhase.READY_TO_LAUNCH, Precondition.NORMAL),
    INSPECTION("inspection", InjectionPhase.READY_TO_LAUNCH, Precondition.NORMAL),
    BOT_USER_READ("read of the bot's own rights", InjectionPhase.READY_TO_LAUNCH, Precondition.NO_STORED_LOGIN),
    IMAGE_CATALOG("image catalogue", InjectionPhase.READY_TO_LAUNCH, Precondition.NORMAL),
    LAUNCH("launch order", InjectionPhase.READY_TO_LAUNCH, Precondition.NORMAL),
    POLL("look", InjectionPhase.BOOTING, Precondition.NORMAL),
    SINGLE_POLL("second look", InjectionPhase.BOOTING, Precondition.MISSING_FROM_LISTS),
    LOGIN_READ("login name", InjectionPhase.BOOTING, Precondition.NORMAL),
    POLL_IN_RESCUE("look in rescue", InjectionPhase.IN_RESCUE, Precondition.STAYS_IN_RESCUE),
    USER_READ_BEFORE_EXIT("user read before the return", InjectionPhase.IN_RESCUE, Precondition.NORMAL),
    INSPECTION_BEFORE_EXIT("inspection before the return", InjectionPhase.IN_RESCUE, Precondition.NORMAL),
    BOT_USER_READ_BEFORE_EXIT(
            "read of the bot's own rights before the return", InjectionPhase.IN_RESCUE, Precondition.NO_STORED_LOGIN),
    BOOT_IMAGE_READ("boot image read", InjectionPhase.IN_RESCUE, Precondition.NORMAL),
    EXIT("give-back order", InjectionPhase.IN_RESCUE, Precondition.NORMAL),
    POLL_DURING_EXIT("look on the way back", InjectionPhase.EXITING, Precondition.NORMAL),
    SINGLE_POLL_DURING_EXIT("second look on the way back", InjectionPhase.EXITING, Precondition.MISSING_FROM_LISTS),
    POWER_CYCLE("power-cycle order", InjectionPhase.EXIT_OVERDUE, Precondition.FIRST_EXIT_COMMAND_LOST);

    private final String description;
    private final InjectionPhase phase;
    private final Precondition precondition;

    CallSite(String description, InjectionPhase phase, Precondition precondition) {
        this.description = description;
        this.phase = phase;
        this.precondition = precondition;
    }

    String description() {
        return description;
    }

    Precondition precondition() {
        return precondition;
    }

    boolean isCommand() {
        return this == LAUNCH || this == EXIT || this == POWER_CYCLE;
    }

    /** Whether the call starts a transaction. */
    boolean startsTransaction(TrialDevice trialDevice) {
        return this == LAUNCH || (isCommand() && trialDevice == TrialDevice.WINDOWS_GUEST);
    }

    /** Whether the call is made for such a device. */
    boolean appliesTo(TrialDevice trialDevice) {
        return switch (this) {
            // without a stored login, preflight refuses every other type that has an operating system
            case IMAGE_CATALOG, BOT_USER_READ_BEFORE_EXIT -> trialDevice == TrialDevice.WINDOWS_GUEST;
            case BOOT_IMAGE_READ -> trialDevice == TrialDevice.LINUX_GUEST;
            // without an operating system no login could be stored
            case BOT_USER_READ -> trialDevice != TrialDevice.BARE_METAL_WITHOUT_OS;
            default -> true;
        };
    }

    /** The full method name, as the fake SoftLayer lists it. */
    String method(TrialDevice trialDevice) {
        return switch (this) {
            case USER_SEARCH -> "SoftLayer_Account::getUsers";
            case USER_READ, USER_READ_BEFORE_EXIT -> "SoftLayer_User_Customer::getObject";
            case BOT_USER_READ, BOT_USER_READ_BEFORE_EXIT -> "SoftLayer_Account::getCurrentUser";
            case INSPECTION, INSPECTION_BEFORE_EXIT, LOGIN_READ, SINGLE_POLL, SINGLE_POLL_DURING_EXIT ->
                trialDevice.serviceName() + "::getObject";
            case IMAGE_CATALOG -> "SoftLayer_Virtual_Disk_Image::getPublicIsoImages";
            case LAUNCH -> trialDevice.serviceName() + "::" + trialDevice.launchMethod();
            case POLL, POLL_IN_RESCUE, POLL_DURING_EXIT -> trialDevice.listMethod();
            case BOOT_IMAGE_READ -> "SoftLayer_Virtual_Guest::getIsoBootImage";
            case EXIT -> trialDevice.serviceName() + "::" + trialDevice.exitMethod();
            case POWER_CYCLE -> trialDevice.serviceName() + "::" + trialDevice.powerCycleMethod();
        };
    }

    /** Whether this call comes next in that stage. */
    boolean isExpectedIn(Stage stage) {
        return phase.matches(stage);
    }

    /** Whether any call site covers the method for such a device in that stage. */
    static boolean covers(String method, Stage stage, TrialDevice trialDevice) {
        return Arrays.stream(values())
                .anyMatch(callSite -> callSite.isExpectedIn(stage)
                        && callSite.method(trialDevice).equals(method));
    }
}
