#!/usr/bin/env bash
# The SoftLayer client for Java reads and writes JSON in the platform's charset instead of UTF-8, so in a container
# without a locale names with letters outside ASCII are changed in both directions, without an error.
#
# Library:   com.softlayer.api:softlayer-api-client 0.3.4 (Maven Central)
# Behaviour: GsonJsonMarshallerFactory wraps the streams in InputStreamReader and OutputStreamWriter without a charset.
#            Until JDK 17 the default charset follows the locale (US-ASCII where there is none, as in many container
#            images); the API speaks UTF-8. editObject then stores "?" for such letters. The script sets the
#            charset by -Dfile.encoding, so that it does not depend on the machine's locale.
# Seen:      UTF-8:    read "Zürich rack 7", wrote "Zürich rack 7"
#            US-ASCII: read "Z??rich rack 7" (each ? is U+FFFD), wrote "Z?rich rack 7"
# Workaround: start the JVM with -Dfile.encoding=UTF-8.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.softlayer.api</groupId><artifactId>softlayer-api-client</artifactId><version>0.3.4</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.softlayer.api.RestApiClient;
import com.softlayer.api.service.virtual.Guest;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

class Finding {
    static final String NOTES = "Z\u00fcrich rack 7";
    static final Pattern SENT_NOTES = Pattern.compile("\"notes\":\"([^\"]*)\"");
    static String stored = "";

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            Matcher sent = SENT_NOTES.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            boolean edit = sent.find();
            if (edit) stored = sent.group(1);
            String guest = "{\"complexType\":\"SoftLayer_Virtual_Guest\",\"id\":1,\"notes\":\"" + NOTES + "\"}";
            byte[] answer = (edit ? "true" : guest).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        RestApiClient client = new RestApiClient("http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .withCredentials("user", "key");
        Guest.Service guests = Guest.service(client, 1L);
        String read = guests.getObject().getNotes();
        Guest change = new Guest();
        change.setNotes(NOTES);
        guests.editObject(change);
        System.out.printf("%-9s read %s, wrote %s%n", Charset.defaultCharset() + ":", ascii(read), ascii(stored));
        server.stop(0);
        System.exit(0);
    }

    /** Letters outside ASCII as escapes, so that the terminal's own charset plays no part. */
    static String ascii(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return '"' + shown.toString() + '"';
    }
}
JAVA
javac -encoding UTF-8 -cp 'lib/*' -d classes Finding.java
for charset in UTF-8 US-ASCII; do
  java -Dfile.encoding=$charset -cp 'classes:lib/*' Finding
done > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
UTF-8:    read "Z\u00fcrich rack 7", wrote "Z\u00fcrich rack 7"
US-ASCII: read "Z\ufffd\ufffdrich rack 7", wrote "Z?rich rack 7"
EXPECTED
echo "as described: com.softlayer.api:softlayer-api-client 0.3.4"
