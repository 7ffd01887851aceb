#!/usr/bin/env bash
# Micrometer's Prometheus registry drops the ending "created" from a meter's name. Beside a counter "rescues.created", the
# counter "rescues" is therefore never exposed: Prometheus shows the one under the other's name.
#
# Library:   io.micrometer:micrometer-registry-prometheus 1.17.2 (Maven Central)
# Behaviour: PrometheusNamingConvention passes names through PrometheusNaming.sanitizeMetricName, which removes the suffixes
#            that OpenMetrics reserves ("total" and "bucket" as well), for gauges too, where nothing adds one again: a gauge
#            "sessions.created" looks like the number of sessions that there are. Of two counters with the same rest,
#            the one registered second is kept out of the scrape; its own count() goes on as if nothing were wrong, and
#            all there is to see is a line in the log.
# Seen:      counter rescues: counted 5
#            counter rescues.created: counted 1
#            scraped: jobs 7.0
#            scraped: rescues_total 1.0
#            scraped: sessions 3.0
# Workaround: another word: "rescues.opened".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.micrometer</groupId><artifactId>micrometer-registry-prometheus</artifactId><version>1.17.2</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

class Finding {
    public static void main(String[] args) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Counter created = registry.counter("rescues.created");
        Counter rescues = registry.counter("rescues");
        created.increment();
        rescues.increment(5);
        registry.gauge("sessions.created", 3.0);
        registry.gauge("jobs.total", 7.0);
        System.out.printf("counter rescues: counted %.0f%n", rescues.count());
        System.out.printf("counter rescues.created: counted %.0f%n", created.count());
        registry.scrape().lines().filter(line -> !line.startsWith("#")).sorted()
                .forEach(line -> System.out.println("scraped: " + line));
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
counter rescues: counted 5
counter rescues.created: counted 1
scraped: jobs 7.0
scraped: rescues_total 1.0
scraped: sessions 3.0
EXPECTED
echo "as described: io.micrometer:micrometer-registry-prometheus 1.17.2"
