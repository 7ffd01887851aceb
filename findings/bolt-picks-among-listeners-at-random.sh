#!/usr/bin/env bash
# Bolt for Java chooses at random among the listeners that fit a slash command: of one for "/rescue" and a catch-all for
# "/.*" sometimes the one runs, sometimes the other, whichever was registered first. Two apps that are set up alike differ.
#
# Library:   com.slack.api:bolt 1.48.0 (Maven Central)
# Behaviour: App keeps the listeners of commands, actions, shortcuts and views in a HashMap whose key is a
#            java.util.regex.Pattern. Pattern has no equals and hashCode of its own, so the map's order follows the
#            identity hash of each object. The first match in that order runs, alone. For the same reason registering
#            "/rescue" twice does not replace the first listener, although App has a warning "Replaced the handler" for
#            it. Listeners of messages are kept in a list and run in the order of registration.
# Seen:      (200 apps that are set up alike, the same request to each)
#            command /rescue, then /.*:      the first ran in some, the second in others
#            command /.*, then /rescue:      the first ran in some, the second in others
#            command /rescue, then /rescue:  the first ran in some, the second in others
#            message rescue, then web:       the first ran in all
# Workaround: one listener for each kind of request, which dispatches by itself.
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
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

class Finding {
    static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());

    public static void main(String[] args) throws Exception {
        Supplier<Request<?>> command = () -> new SlashCommandRequest(
                "command=%2Frescue&text=web-07&user_id=U1&team_id=T1&channel_id=C1&trigger_id=1", NO_HEADERS);
        Supplier<Request<?>> message = () -> new EventRequest(
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\","
                        + "\"user\":\"U1\",\"ts\":\"1700000000.000100\",\"text\":\"rescue web-07\"}}",
                NO_HEADERS);
        report("command /rescue, then /.*:", command, (app, ran) -> {
            app.command("/rescue", (request, context) -> { ran.add(1); return context.ack(); });
            app.command(Pattern.compile("/.*"), (request, context) -> { ran.add(2); return context.ack(); });
        });
        report("command /.*, then /rescue:", command, (app, ran) -> {
            app.command(Pattern.compile("/.*"), (request, context) -> { ran.add(1); return context.ack(); });
            app.command("/rescue", (request, context) -> { ran.add(2); return context.ack(); });
        });
        report("command /rescue, then /rescue:", command, (app, ran) -> {
            app.command("/rescue", (request, context) -> { ran.add(1); return context.ack(); });
            app.command("/rescue", (request, context) -> { ran.add(2); return context.ack(); });
        });
        report("message rescue, then web:", message, (app, ran) -> {
            app.message("rescue", (request, context) -> { ran.add(1); return context.ack(); });
            app.message("web", (request, context) -> { ran.add(2); return context.ack(); });
        });
        System.exit(0);
    }

    static void report(String name, Supplier<Request<?>> request, BiConsumer<App, List<Integer>> setUp) throws Exception {
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // no middleware: nothing asks Slack about a token
            App app = new App(AppConfig.builder().build(), new ArrayList<>());
            setUp.accept(app, ran);
            app.run(request.get());
        }
        if (ran.size() != 200) throw new IllegalStateException("not one listener for each request: " + ran.size());
        String seen = !ran.contains(2) ? "the first ran in all" : !ran.contains(1) ? "the second ran in all"
                : "the first ran in some, the second in others";
        System.out.printf("%-31s %s%n", name, seen);
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
command /rescue, then /.*:      the first ran in some, the second in others
command /.*, then /rescue:      the first ran in some, the second in others
command /rescue, then /rescue:  the first ran in some, the second in others
message rescue, then web:       the first ran in all
EXPECTED
echo "as described: com.slack.api:bolt 1.48.0"
