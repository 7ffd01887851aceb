package dev.lifeline.handler.query;

import java.util.List;

/** The checks of the installation, as {@code doctor} on the server prints them. */
@FunctionalInterface
public interface SelfCheck {

    /** Checks nothing. */
    SelfCheck NONE = List::of;

    /**
     * One line a check, without secrets; what is well begins with {@code ok}. Blocks for some seconds, longer where a platform is silent.
     * Thread-safe.
     */
    List<String> lines();
}
