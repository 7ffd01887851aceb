#!/usr/bin/env bash
# sshj never finds a host whose name has a capital letter in the known_hosts file, however the connection spells it.
#
# Library:   com.hierynomus:sshj 0.40.0 (Maven Central)
# Behaviour: The name that is connected to is changed to small letters, the name in the file is not, and the two are compared exactly: a line
#            for Web-07 fits neither Web-07 nor web-07, and the host is taken for unknown. OpenSSH compares without regard to case.
#            Inventories and Windows hosts often bring such names.
# Seen:      line web-07  asked for web-07  found
#            line web-07  asked for Web-07  found
#            line Web-07  asked for web-07  unknown
#            line Web-07  asked for Web-07  unknown
# Workaround: write the names in small letters
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.hierynomus</groupId><artifactId>sshj</artifactId><version>0.40.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import java.io.StringReader;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

class Finding {
    public static void main(String[] args) throws Exception {
        PublicKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
        for (String line : new String[] {"web-07", "Web-07"})
            for (String asked : new String[] {"web-07", "Web-07"}) look(line, asked, key);
    }

    private static void look(String line, String asked, PublicKey key) throws Exception {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        OpenSSHKnownHosts hosts = new OpenSSHKnownHosts(
                new StringReader(line + " ssh-rsa " + Base64.getEncoder().encodeToString(blob) + "\n"));
        System.out.printf("line %s  asked for %s  %s%n", line, asked, hosts.verify(asked, 22, key) ? "found" : "unknown");
    }
}
JAVA
java -cp "lib/*" Finding.java | tee seen
diff seen - <<'EXPECTED'
line web-07  asked for web-07  found
line web-07  asked for Web-07  found
line Web-07  asked for web-07  unknown
line Web-07  asked for Web-07  unknown
EXPECTED
