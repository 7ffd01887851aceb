#!/usr/bin/env bash
# Slack's SDK for Java loses the rows of a table block when a message is parsed and sent again, without an error:
# what is left is a valid-looking block {"type":"table","block_id":"t"}.
#
# Library:   com.slack.api:slack-api-client 1.48.0 (Maven Central)
# Behaviour: A block whose type the model does not know becomes UnknownBlock, which keeps only type and block_id. Known
#            blocks lose properties that are newer than the model: "level" of a header, "language" of a
#            preformatted rich text. An app that edits one block of a message by parsing the message, changing it and
#            passing the objects to chat.update therefore deletes content of the others.
# Seen:      table: lost column_settings, rows
#            header: lost level
#            rich_text_preformatted: lost language
#            section: lost nothing
# Workaround: keep blocks as JSON text and send them by blocksAsString.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.slack.api</groupId><artifactId>slack-api-client</artifactId><version>1.48.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.Message;
import com.slack.api.util.json.GsonFactory;
import java.util.Set;
import java.util.TreeSet;

class Finding {
    static final Gson GSON = GsonFactory.createSnakeCase();

    public static void main(String[] args) {
        report("table", """
                {"type":"table","block_id":"t","column_settings":[{"is_wrapped":true}],
                 "rows":[[{"type":"raw_text","text":"web-07"},{"type":"raw_text","text":"in rescue"}]]}""");
        report("header", """
                {"type":"header","block_id":"h","level":2,"text":{"type":"plain_text","text":"Devices"}}""");
        report("rich_text_preformatted", """
                {"type":"rich_text","block_id":"r","elements":[{"type":"rich_text_preformatted","language":"bash",
                 "elements":[{"type":"text","text":"ssh root@192.0.2.7"}]}]}""");
        report("section", """
                {"type":"section","block_id":"s","expand":true,"text":{"type":"mrkdwn","text":"up","verbatim":true}}""");
    }

    static void report(String name, String block) {
        Message parsed = GSON.fromJson("{\"type\":\"message\",\"text\":\"t\",\"blocks\":[" + block + "]}", Message.class);
        JsonObject before = JsonParser.parseString(block).getAsJsonObject();
        JsonObject after = GSON.toJsonTree(parsed.getBlocks().get(0)).getAsJsonObject();
        Set<String> lost = new TreeSet<>(names(before));
        lost.removeAll(names(after));
        System.out.printf("%s: lost %s%n", name, lost.isEmpty() ? "nothing" : String.join(", ", lost));
    }

    /** Property names of the block itself and, for rich text, of its first element. */
    static Set<String> names(JsonObject block) {
        Set<String> names = new TreeSet<>(block.keySet());
        if (block.has("elements")) names.addAll(block.getAsJsonArray("elements").get(0).getAsJsonObject().keySet());
        return names;
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
table: lost column_settings, rows
header: lost level
rich_text_preformatted: lost language
section: lost nothing
EXPECTED
echo "as described: com.slack.api:slack-api-client 1.48.0"
