#!/usr/bin/env bash
# OkHttp sends a GET a second time, at once, after "503 Service Unavailable" with "Retry-After: 0",
# even where retryOnConnectionFailure(false) is set.
#
# Library:   com.squareup.okhttp3:okhttp-jvm 5.5.1 (Maven Central)
# Behaviour: RetryAndFollowUpInterceptor treats 503 as "repeat the request" when Retry-After is exactly 0.
#            The setting that is documented to prevent silent retries covers connection failures only,
#            so an API whose GET has an effect is called twice. With "Retry-After: 1", or without the
#            header, the 503 is returned after one request.
# Seen:      Retry-After: 0    -> requests received: 2, status 200
#            Retry-After: 1    -> requests received: 1, status 503
#            no Retry-After    -> requests received: 1, status 503
# Workaround: an interceptor that lets one request through for each call.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.squareup.okhttp3</groupId><artifactId>okhttp-jvm</artifactId><version>5.5.1</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

class Finding {
    public static void main(String[] args) throws Exception {
        report("Retry-After: 0", "0");
        report("Retry-After: 1", "1");
        report("no Retry-After", "");
    }

    static void report(String name, String retryAfter) throws Exception {
        AtomicInteger received = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            boolean first = received.incrementAndGet() == 1;
            if (first && !retryAfter.isEmpty()) exchange.getResponseHeaders().set("Retry-After", retryAfter);
            exchange.sendResponseHeaders(first ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + server.getAddress().getPort() + "/reboot")
                .build();
        try (Response response = client.newCall(request).execute()) {
            System.out.printf("%-17s -> requests received: %d, status %d%n", name, received.get(), response.code());
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        server.stop(0);
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
Retry-After: 0    -> requests received: 2, status 200
Retry-After: 1    -> requests received: 1, status 503
no Retry-After    -> requests received: 1, status 503
EXPECTED
echo "as described: com.squareup.okhttp3:okhttp-jvm 5.5.1"
