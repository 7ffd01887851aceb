package dev.lifeline.message.model;

import java.util.Arrays;
import java.util.Optional;

/** The actions of buttons, each with the id that Slack sends back at a click. The ids are part of the contract and never change. */
public enum Action {
    CONFIRM("rescue.confirm"),
    CONFIRM_LINUX("rescue.confirm.linux"),
    CONFIRM_WINDOWS("rescue.confirm.windows"),
    CANCEL("rescue.cancel"),
    POWER_ON("rescue.power-on"),
    APPROVE("rescue.approve"),
    DENY("rescue.deny"),
    BREAK_GLASS("rescue.break-glass"),
    SIGN_REVIEW("rescue.sign-review"),
    EXIT("rescue.end"),
    EXIT_HARD("rescue.end.hard"),
    KEEP_IN_RESCUE("rescue.keep"),
    CONFIRM_EXIT("rescue.ask-end"),
    STILL_NEEDED("rescue.still-needed"),
    TAKE_OVER("rescue.take-over"),
    REPORT_LOGIN("rescue.logged-in"),
    REPORT_BACK("rescue.is-back"),
    CLOSE_BY_HAND("rescue.close"),
    GRANT("access.grant"),
    REVOKE("access.revoke"),
    ASSIGN_LINK("link.bind"),
    CANCEL_ASSIGN_LINK("link.leave"),
    START("rescue.start"),
    START_DRILL("rescue.drill"),
    SEND_TIMELINE("rescue.timeline"),
    POST_CANVAS("rescue.canvas"),
    PICK_DEVICE("devices.pick"),
    LIST_NEXT("devices.next"),
    LIST_PREVIOUS("devices.previous"),
    START_WITH_REASON("rescue.start.reason"),
    SHOW_ACCESS("rescue.show-access"),
    REVEAL_PASSWORD("rescue.reveal-password");

    /** The {@code action_id} of a menu of buttons. */
    public static final String MENU_ID = "menu";

    /** The suffix of the id of a button that opens a form first. */
    private static final String FORM_ID_SUFFIX = ".form";

    private final String id;

    Action(String id) {
        this.id = id;
    }

    /** The button's {@code action_id}; at most 255 characters (src/docs/platform/slack.md, section Sizes). */
    public String id() {
        return id;
    }

    /** The {@code action_id} of a button that opens a form first; the submission comes back under {@link #id}. */
    public String formActionId() {
        return id + FORM_ID_SUFFIX;
    }

    /** The action whose form the button of this id opens; empty for every other button. */
    public static Optional<Action> fromFormActionId(String id) {
        return id.endsWith(FORM_ID_SUFFIX)
                ? fromId(id.substring(0, id.length() - FORM_ID_SUFFIX.length()))
                : Optional.empty();
    }

    /** Whether the button of this id is answered in a modal, which alone the clicking user sees. */
    public static boolean opensModal(String id) {
        return REVEAL_PASSWORD.id.equals(id);
    }

    /** Whether the button of this id opens the modal in which a device is chosen. */
    public static boolean opensPicker(String id) {
        return PICK_DEVICE.id.equals(id);
    }

    /** The action of this id; empty for an id that no release has, or has any more. */
    public static Optional<Action> fromId(String id) {
        return Arrays.stream(values()).filter(action -> action.id.equals(id)).findFirst();
    }
}
