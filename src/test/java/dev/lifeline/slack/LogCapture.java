package dev.lifeline.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Captures the events of a logger and of its children until it is closed. */
public final class LogCapture implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level previousLevel;
    private final boolean previousAdditive;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    private LogCapture(Logger logger, Level level) {
        this.logger = logger;
        this.previousLevel = logger.getLevel();
        this.previousAdditive = logger.isAdditive();
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(appender);
        appender.start();
    }

    /** Captures warnings and errors. */
    public static LogCapture warningsOf(String name) {
        return atLevel(name, Level.WARN);
    }

    public static LogCapture atLevel(String name, Level level) {
        return new LogCapture((Logger) LoggerFactory.getLogger(name), level);
    }

    public String messages() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(previousLevel);
        logger.setAdditive(previousAdditive);
    }
}
