# Pin both by digest: docker build --build-arg JRE_IMAGE=eclipse-temurin@sha256:… --build-arg BUILD_IMAGE=maven@sha256:…
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY pom.xml .
COPY .mvn .mvn
COPY src src
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package
# SQLite's native library, so that the bot unpacks nothing when it runs.
WORKDIR /native
RUN jar xf /src/target/lifeline.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
    && mv org/sqlite/native/Linux/*/libsqlitejdbc.so . && rm -r org

FROM ${JRE_IMAGE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Lifeline" \
      org.opencontainers.image.description="Boots IBM Cloud Classic devices into the rescue kernel, from Slack" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# The volume takes its owner from the folder that is there before it: lifeline, not root.
RUN groupadd --gid 10001 lifeline && useradd --uid 10001 --gid lifeline --create-home lifeline \
    && install -d -o lifeline -g lifeline -m 0750 /home/lifeline/lifeline-data
WORKDIR /home/lifeline
COPY --from=build /native/libsqlitejdbc.so native/
COPY --from=build /src/target/lifeline.jar lifeline.jar
# Sized for a small machine (src/docs/decisions/0045-the-jvm-is-sized-for-a-small-machine.md); the launcher reads the options by itself.
ENV MALLOC_ARENA_MAX=2
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmn16m -Xmx256m -Xss512k -XX:ReservedCodeCacheSize=48m"
# Class-data archive: the JVM maps the classes of a former start instead of loading them from the jar.
RUN java -XX:ArchiveClassesAtExit=lifeline.jsa -Dorg.sqlite.lib.path=native -jar lifeline.jar demo --port 0 --exit-when-ready && test -s lifeline.jsa
USER 10001:10001
# Health checks and HTTP mode are reached from outside the container.
ENV LIFELINE_HTTP_HOST=0.0.0.0
VOLUME /home/lifeline/lifeline-data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-jar", "lifeline.jar", "health", "--live"]
# The file system may be read-only but for the volume and a tmpfs at /tmp.
# JDK 17 takes ASCII as the default charset in a container without a locale.
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-Dorg.sqlite.lib.path=native", "-XX:SharedArchiveFile=lifeline.jsa", "-jar", "lifeline.jar"]
CMD ["serve"]
