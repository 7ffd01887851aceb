package dev.lifeline.benchmark;

import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.Help;
import dev.lifeline.slack.blockkit.BlockKit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The longest message, from the value to Block Kit: help, with every command. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MessageRendering {

    private final Message help = Help.in(Locale.ENGLISH).message();

    @Benchmark
    public Object value() {
        return Help.in(Locale.ENGLISH).message();
    }

    @Benchmark
    public Object blocks() {
        return BlockKit.render(help, "v1");
    }

    @Benchmark
    public String json() {
        return BlockKit.render(help, "v1").blocks().toString();
    }
}
