package dev.lifeline.benchmark;

import dev.lifeline.approval.Glob;
import dev.lifeline.approval.Match;
import dev.lifeline.approval.PolicyDecision;
import dev.lifeline.approval.PolicyInput;
import dev.lifeline.approval.PolicyRule;
import dev.lifeline.approval.PolicyRules;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryDirectory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rules of a policy asked about a device that none of them matches, so that all are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyEvaluation {

    @Param({"3", "100"})
    public int rules;

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final PolicyInput input = new PolicyInput(Fixtures.WEB_07, Fixtures.INCIDENT_CHANNEL, Fixtures.NOON);
    private PolicyRules policy = PolicyRules.NONE;

    @Setup
    public void fill() {
        policy = new PolicyRules(
                IntStream.range(0, rules).mapToObj(PolicyEvaluation::rule).toList(),
                "v1",
                PolicyRules.InRescueReminder.DEFAULT);
    }

    private static PolicyRule rule(int number) {
        Match match = new Match(
                List.of(), List.of(new Glob("db-*-" + number)), List.of(), Set.of(), List.of(), Optional.empty());
        return new PolicyRule("rule" + number, match, new PolicyDecision.Denied("rule" + number, "v1", "never"));
    }

    @Benchmark
    public PolicyDecision evaluate() {
        return policy.evaluate(input, directory);
    }
}
