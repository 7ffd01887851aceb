package dev.lifeline.sandbox.classic.world;

/** Virtual guest or bare metal? */
public enum Kind {
    VIRTUAL_GUEST(Permission.VIEW_GUESTS, Permission.ALL_GUESTS),
    HARDWARE(Permission.VIEW_HARDWARE, Permission.ALL_HARDWARE);

    private final String view;
    private final String fullAccess;

    Kind(String view, String fullAccess) {
        this.view = view;
        this.fullAccess = fullAccess;
    }

    /** The permission to see details of this kind at all. */
    String view() {
        return view;
    }

    /** The permission that gives access to every device of this kind. */
    String fullAccess() {
        return fullAccess;
    }
}
