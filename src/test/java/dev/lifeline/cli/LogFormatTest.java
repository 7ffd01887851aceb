package dev.lifeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.app.LogConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogFormatTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogFormatTest.class);

    @BeforeEach
    void configureAsInTheProduct() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        LogConfiguration.apply(context);
    }

    @AfterEach
    void restore() throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogFormatTest.class.getResource("/logback-test.xml")));
    }

    @SuppressWarnings("try") // open is all that the context has to be
    private static String logged(String format) {
        PrintStream err = System.err;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
                MDC.MDCCloseable context = MDC.putCloseable("request", "abc123")) {
            System.setErr(stream);
            LogFormat.apply(format);
            LOG.info("Device {} in rescue", "web-07\n\"quoted\"");
        } finally {
            System.setErr(err);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_is_one_json_object_with_the_ids_of_what_it_is_about() throws JsonProcessingException {
        String line = logged("json");

        assertThat(line.strip().lines()).hasSize(1);
        JsonNode fields = new ObjectMapper().readTree(line);
        assertThat(fields.path("formattedMessage").asText()).isEqualTo("Device web-07\n\"quoted\" in rescue");
        assertThat(fields.path("level").asText()).isEqualTo("INFO");
        assertThat(fields.path("mdc").path("request").asText()).isEqualTo("abc123");
        assertThat(fields.has("arguments")).isFalse();
    }

    @Test
    void a_plain_line_ends_with_the_ids_too() {
        assertThat(logged("plain")).contains("in rescue request=abc123");
    }
}
