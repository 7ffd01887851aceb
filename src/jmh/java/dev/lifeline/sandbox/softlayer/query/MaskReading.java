package dev.lifeline.sandbox.softlayer.query;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An object mask as long as those of the bot, read by the fake provider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MaskReading {

    private static final String MASK = "mask[id,hostname,domain,fullyQualifiedDomainName,primaryIpAddress,primaryBackendIpAddress,"
            + "datacenter[name],tagReferences[tag[name]],operatingSystem[softwareLicense[softwareDescription[manufacturer,name,version,"
            + "referenceCode]]],activeTransaction[id,createDate,transactionStatus[name,friendlyName,averageDuration],"
            + "transactionGroup[name,averageTimeToComplete]],lastTransaction[id,createDate,transactionStatus[name,friendlyName],"
            + "transactionGroup[name]]]";

    @Benchmark
    public Object parse() {
        return new ObjectMaskParser(MASK).parse();
    }
}
