package dev.lifeline.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Looks for a text in every line that the bot logs while a simulation runs; the lines go nowhere else. */
final class LogSearch implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.lifeline");
    private final AppenderBase<ILoggingEvent> appender;

    /** @param found gets the name of the logger of each line that holds the text */
    LogSearch(String text, Consumer<String> found) {
        this.appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                boolean thrown = event.getThrowableProxy() != null
                        && ThrowableProxyUtil.asString(event.getThrowableProxy())
                                .contains(text);
                if (thrown || event.getFormattedMessage().contains(text)) found.accept(event.getLoggerName());
            }
        };
        appender.start();
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        logger.setAdditive(true);
    }
}
