package dev.lifeline.app;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is logged, and where: on standard error, since standard output is for what the commands print. Logback finds this class by itself; a
 * configuration file of Logback's own, on the class path or named by {@code -Dlogback.configurationFile}, comes first. In code, because
 * reading XML takes a fifth of a second of each start.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} %msg%n%ex{short}";

    /**
     * Bolt prints whole payloads at DEBUG (src/docs/platform/slack.md, section Known issues): never lower than WARN. A host key scan ends
     * by refusing whatever key is shown, which the library calls a warning. After a crash each scheduler finds the jobs of the others and
     * advises to delete them, which its own one does. SQLite's driver and Flyway print stack traces and advice for programmers, and throw as
     * well: the commands say it in one sentence.
     */
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            "org.apache.sshd",
            Level.ERROR,
            "com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository",
            Level.ERROR,
            "org.sqlite",
            Level.OFF,
            "org.flywaydb",
            Level.ERROR,
            "dev.lifeline",
            Level.INFO);

    /** Made by Logback. */
    public LogConfiguration() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (hasFile()) return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        apply(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean hasFile() {
        return System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null
                || Stream.of(ClassicConstants.TEST_AUTOCONFIG_FILE, ClassicConstants.AUTOCONFIG_FILE)
                        .anyMatch(file -> ClassLoader.getSystemResource(file) != null);
    }

    /** Sets levels and the appender of a context without any. */
    public static void apply(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        LEVELS.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
    }
}
