#!/usr/bin/env bash
# With Jdbi and SQLite, an OffsetDateTime on the full minute sorts after the later seconds of that minute, and one on the full
# second after its fractions, even when all are in UTC: SQLite compares text, and the text leaves out what is zero.
#
# Library:   org.xerial:sqlite-jdbc 3.54.1.0 with org.jdbi:jdbi3-core 3.55.0 (Maven Central)
# Behaviour: An OffsetDateTime is stored as OffsetDateTime.toString(): 02:30Z, 02:30:30Z, 02:30:30.500Z. As text "Z" is
#            greater than ":" and ".", so the full minute is not "at or before" the seconds that follow in it. A
#            job that is due on the full minute starts up to a minute late. An Instant is stored as a number of milliseconds
#            and sorts as it should; in one column with the other it is always the smaller, since SQLite puts
#            numbers before text.
# Seen:      OffsetDateTime: stored as text, order 02:30:30.5, 02:30:30, 02:30:00; at or before 02:30:45: 2 of 3
#            Instant:        stored as integer, order 02:30:00, 02:30:30, 02:30:30.5; at or before 02:30:45: 3 of 3
#            An Instant of the year 2099 at or before an OffsetDateTime of 2026: true
# Workaround: bind Instant only, or a number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.54.1.0</version></dependency>
    <dependency><groupId>org.jdbi</groupId><artifactId>jdbi3-core</artifactId><version>3.55.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

class Finding {
    static final Map<String, OffsetDateTime> TIMES = new TreeMap<>(Map.of(
            "02:30:00", OffsetDateTime.parse("2026-11-28T02:30:00Z"),
            "02:30:30", OffsetDateTime.parse("2026-11-28T02:30:30Z"),
            "02:30:30.5", OffsetDateTime.parse("2026-11-28T02:30:30.5Z")));
    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T02:30:45Z");

    public static void main(String[] args) {
        report("OffsetDateTime:", time -> time);
        report("Instant:", OffsetDateTime::toInstant);
        try (Handle handle = Jdbi.create("jdbc:sqlite::memory:").open()) {
            boolean before = handle.createQuery("select :instant <= :offset")
                    .bind("instant", Instant.parse("2099-01-01T00:00:00Z")).bind("offset", NOW)
                    .mapTo(Boolean.class).one();
            System.out.println("An Instant of the year 2099 at or before an OffsetDateTime of 2026: " + before);
        }
    }

    static void report(String name, Function<OffsetDateTime, Object> bound) {
        try (Handle handle = Jdbi.create("jdbc:sqlite::memory:").open()) {
            handle.execute("create table job (name text not null, due timestamp not null)");
            TIMES.forEach((job, due) -> handle.createUpdate("insert into job (name, due) values (:name, :due)")
                    .bind("name", job).bind("due", bound.apply(due)).execute());
            String type = handle.createQuery("select distinct typeof(due) from job").mapTo(String.class).one();
            List<String> order = handle.createQuery("select name from job order by due").mapTo(String.class).list();
            int due = handle.createQuery("select count(*) from job where due <= :now")
                    .bind("now", bound.apply(NOW)).mapTo(Integer.class).one();
            System.out.printf("%-15s stored as %s, order %s; at or before 02:30:45: %d of 3%n",
                    name, type, String.join(", ", order), due);
        }
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
OffsetDateTime: stored as text, order 02:30:30.5, 02:30:30, 02:30:00; at or before 02:30:45: 2 of 3
Instant:        stored as integer, order 02:30:00, 02:30:30, 02:30:30.5; at or before 02:30:45: 3 of 3
An Instant of the year 2099 at or before an OffsetDateTime of 2026: true
EXPECTED
echo "as described: org.xerial:sqlite-jdbc 3.54.1.0, org.jdbi:jdbi3-core 3.55.0"
