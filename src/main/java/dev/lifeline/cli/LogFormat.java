package dev.lifeline.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** How the lines of the log look: plain from the start, or JSON where the setting says so. */
final class LogFormat {

    private static final String JSON = "json";

    private LogFormat() {}

    /** Changes to the given format; anything but {@code json} leaves it as it is. */
    static void apply(String format) {
        if (format.equals(JSON) && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) useJson(context);
    }

    private static void useJson(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appender -> useJson(context, appender));
    }

    private static void useJson(LoggerContext context, Appender<ILoggingEvent> appender) {
        if (!(appender instanceof ConsoleAppender<ILoggingEvent> console)) return;
        JsonEncoder encoder = newEncoder(context);
        encoder.start();
        console.stop();
        console.setEncoder(encoder);
        console.start();
    }

    /** The formatted message without its template and arguments, which would say the same again. */
    private static JsonEncoder newEncoder(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        return encoder;
    }
}
