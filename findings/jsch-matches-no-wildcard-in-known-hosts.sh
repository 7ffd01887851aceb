#!/usr/bin/env bash
# JSch finds no host in a known_hosts file by a pattern: a line for *.example.com or 192.0.2.* is read and never used.
#
# Library:   com.github.mwiede:jsch 2.27.5 (Maven Central)
# Behaviour: Names of a line are compared letter by letter, so "*" and "?" are ordinary characters; the key is reported as NOT_INCLUDED. OpenSSH
#            takes them as patterns (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT), so a file with one line for a whole network works with ssh and
#            not with JSch.
# Seen:      web-07.example.com  asked for web-07.example.com  OK
#            *.example.com       asked for web-07.example.com  NOT_INCLUDED
#            web-??.example.com  asked for web-07.example.com  NOT_INCLUDED
#            192.0.2.7           asked for 192.0.2.7           OK
#            192.0.2.*           asked for 192.0.2.7           NOT_INCLUDED
# Workaround: write a line for each host, or a HostKeyRepository of one's own
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.github.mwiede</groupId><artifactId>jsch</artifactId><version>2.27.5</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayInputStream;
import java.util.Base64;

class Finding {
    public static void main(String[] args) throws Exception {
        byte[] key = KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048).getPublicKeyBlob();
        look("web-07.example.com", "web-07.example.com", key);
        look("*.example.com", "web-07.example.com", key);
        look("web-??.example.com", "web-07.example.com", key);
        look("192.0.2.7", "192.0.2.7", key);
        look("192.0.2.*", "192.0.2.7", key);
    }

    private static void look(String pattern, String host, byte[] key) throws Exception {
        JSch jsch = new JSch();
        String line = pattern + " ssh-rsa " + Base64.getEncoder().encodeToString(key) + "\n";
        jsch.setKnownHosts(new ByteArrayInputStream(line.getBytes()));
        int result = jsch.getHostKeyRepository().check(host, key);
        System.out.printf("%-19s asked for %-19s %s%n", pattern, host, result == HostKeyRepository.OK ? "OK" : "NOT_INCLUDED");
    }
}
JAVA
java -cp "lib/*" Finding.java | tee seen
diff seen - <<'EXPECTED'
web-07.example.com  asked for web-07.example.com  OK
*.example.com       asked for web-07.example.com  NOT_INCLUDED
web-??.example.com  asked for web-07.example.com  NOT_INCLUDED
192.0.2.7           asked for 192.0.2.7           OK
192.0.2.*           asked for 192.0.2.7           NOT_INCLUDED
EXPECTED
