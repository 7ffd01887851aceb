package dev.lifeline.benchmark;

import dev.lifeline.slack.inbound.RequestVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check of a signature, of a body as long as that of a command and as that of a message with many blocks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureCheck {

    private static final long TIMESTAMP = 1_531_420_618;

    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Param({"500", "50000"})
    public int bodyBytes;

    private final RequestVerifier verifier = new RequestVerifier("8f742231b10e8888abcd99yyyzzz85a5");
    private byte[] body = {};

    @Setup
    public void fill() {
        body = "x".repeat(bodyBytes).getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public boolean isValid() {
        return verifier.isValid(SIGNATURE, Long.toString(TIMESTAMP), body, Instant.ofEpochSecond(TIMESTAMP));
    }
}
