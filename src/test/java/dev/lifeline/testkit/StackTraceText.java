package dev.lifeline.testkit;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/** The complete text of an exception, as a log without filters prints it. */
public final class StackTraceText {

    private StackTraceText() {}

    public static String of(Throwable exception) {
        return ThrowableProxyUtil.asString(new ThrowableProxy(exception));
    }
}
