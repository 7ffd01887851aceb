#!/usr/bin/env bash
# Bolt for Java's app.message("rescue") does not see a message that contains "rescue" and a line break anywhere, and
# refuses the event with 404.
#
# Library:   com.slack.api:bolt 1.48.0 (Maven Central)
# Behaviour: The keyword becomes the pattern ^.*\Qrescue\E.*$ without DOTALL, and Matcher.matches() has to cover the whole
#            text: "." stops at the first line break. A pattern of one's own must cover the whole text as well, so
#            Pattern.compile("rescue") matches nothing but that word. Bolt for JavaScript (@slack/bolt 5.1.0) takes
#            a keyword as a substring and finds a RegExp anywhere in the text, so the same app behaves otherwise there.
# Seen:      "please rescue web-07"    keyword: 200   pattern: 404   pattern with DOTALL: 200
#            "please\nrescue web-07"   keyword: 404   pattern: 404   pattern with DOTALL: 200
#            "rescue web-07\nthanks"   keyword: 404   pattern: 404   pattern with DOTALL: 200
#            "rescue"                  keyword: 200   pattern: 200   pattern with DOTALL: 200
# Workaround: app.message(Pattern.compile(".*rescue.*", Pattern.DOTALL), listener)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.slack.api</groupId><artifactId>bolt</artifactId><version>1.48.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

class Finding {
    public static void main(String[] args) throws Exception {
        // as in JSON: \n is a line break
        for (String text : List.of("please rescue web-07", "please\\nrescue web-07", "rescue web-07\\nthanks", "rescue")) {
            int keyword = status(text, app -> app.message("rescue", (event, context) -> context.ack()));
            int pattern = status(text, app -> app.message(Pattern.compile("rescue"), (event, context) -> context.ack()));
            int dotAll = status(text, app -> app.message(
                    Pattern.compile(".*rescue.*", Pattern.DOTALL), (event, context) -> context.ack()));
            System.out.printf("%-25s keyword: %d   pattern: %d   pattern with DOTALL: %d%n",
                    '"' + text + '"', keyword, pattern, dotAll);
        }
        System.exit(0);
    }

    static int status(String text, Consumer<App> setUp) throws Exception {
        // no middleware: nothing asks Slack about a token
        App app = new App(AppConfig.builder().build(), new ArrayList<>());
        setUp.accept(app);
        return app.run(new EventRequest(
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\","
                        + "\"user\":\"U1\",\"ts\":\"1700000000.000100\",\"text\":\"" + text + "\"}}",
                new RequestHeaders(Map.of()))).getStatusCode();
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
"please rescue web-07"    keyword: 200   pattern: 404   pattern with DOTALL: 200
"please\nrescue web-07"   keyword: 404   pattern: 404   pattern with DOTALL: 200
"rescue web-07\nthanks"   keyword: 404   pattern: 404   pattern with DOTALL: 200
"rescue"                  keyword: 200   pattern: 200   pattern with DOTALL: 200
EXPECTED
echo "as described: com.slack.api:bolt 1.48.0"
