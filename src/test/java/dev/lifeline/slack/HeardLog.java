package dev.lifeline.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a logger and those below it say meanwhile. */
final class HeardLog implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level before;
    private final boolean passesOn;
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    private HeardLog(Logger logger, Level level) {
        this.logger = logger;
        this.before = logger.getLevel();
        this.passesOn = logger.isAdditive();
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(heard);
        heard.start();
    }

    /** What is a warning, or worse. */
    static HeardLog of(String name) {
        return at(name, Level.WARN);
    }

    static HeardLog at(String name, Level level) {
        return new HeardLog((Logger) LoggerFactory.getLogger(name), level);
    }

    String said() {
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setLevel(before);
        logger.setAdditive(passesOn);
    }
}
