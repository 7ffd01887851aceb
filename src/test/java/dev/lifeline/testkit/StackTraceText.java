package dev.lifeline.testkit;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;

/** What stands of a failure in a log that leaves nothing out? */
public final class StackTraceText {

    private StackTraceText() {}

    public static String of(Throwable failure) {
        return ThrowableProxyUtil.asString(new ThrowableProxy(failure));
    }
}
