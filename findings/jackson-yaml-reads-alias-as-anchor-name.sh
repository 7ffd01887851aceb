#!/usr/bin/env bash
# Jackson's YAML reads an alias as the name of its anchor: "channel: &ops C0123ABC", "fallback: *ops" gives the fallback
# "ops", without an error.
#
# Library:   com.fasterxml.jackson.dataformat:jackson-dataformat-yaml 2.22.4 (Maven Central)
# Behaviour: YAMLParser reports an alias as a string token with the anchor's name, meant for object ids: it is resolved only
#            into a class with @JsonIdentityInfo. In a tree, a Map and a String property the name stays, as if
#            somebody had written it; a merge key is an ordinary property "<<". SnakeYAML, which Jackson itself parses
#            with, resolves all of them.
# Seen:      tree:      {"channel":"C0123ABC","fallback":"ops","base":{"hours":4},"night":{"<<":"base","quiet":true}}
#            class:     channel C0123ABC, fallback ops
#            SnakeYAML: {channel=C0123ABC, fallback=C0123ABC, base={hours=4}, night={hours=4, quiet=true}}
#            replaying: {"channel":"C0123ABC","fallback":"C0123ABC","base":{"hours":4},"night":{"hours":4,"quiet":true}}
# Workaround: YAMLAnchorReplayingFactory in place of YAMLFactory.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.dataformat</groupId><artifactId>jackson-dataformat-yaml</artifactId><version>2.22.4</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat > Finding.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLAnchorReplayingFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.yaml.snakeyaml.Yaml;

class Finding {
    static final String CHANNELS = """
            channel: &ops C0123ABC
            fallback: *ops
            """;
    static final String POLICY = CHANNELS + """
            base: &base
              hours: 4
            night:
              <<: *base
              quiet: true
            """;

    static class Channels {
        public String channel;
        public String fallback;
    }

    public static void main(String[] args) throws Exception {
        YAMLMapper mapper = new YAMLMapper();
        System.out.println("tree:      " + mapper.readTree(POLICY));
        Channels channels = mapper.readValue(CHANNELS, Channels.class);
        System.out.println("class:     channel " + channels.channel + ", fallback " + channels.fallback);
        Object resolved = new Yaml().load(POLICY);
        System.out.println("SnakeYAML: " + resolved);
        System.out.println("replaying: " + new ObjectMapper(new YAMLAnchorReplayingFactory()).readTree(POLICY));
    }
}
JAVA
java -cp 'lib/*' Finding.java > seen.txt
cat seen.txt

diff seen.txt - <<'EXPECTED'
tree:      {"channel":"C0123ABC","fallback":"ops","base":{"hours":4},"night":{"<<":"base","quiet":true}}
class:     channel C0123ABC, fallback ops
SnakeYAML: {channel=C0123ABC, fallback=C0123ABC, base={hours=4}, night={hours=4, quiet=true}}
replaying: {"channel":"C0123ABC","fallback":"C0123ABC","base":{"hours":4},"night":{"hours":4,"quiet":true}}
EXPECTED
echo "as described: com.fasterxml.jackson.dataformat:jackson-dataformat-yaml 2.22.4"
