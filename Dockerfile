FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
COPY .mvn .mvn
COPY src src
RUN mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home lifeline
USER lifeline
WORKDIR /home/lifeline
COPY --from=build /src/target/lifeline.jar lifeline.jar
# Sized for a small machine (src/docs/decisions/0045-the-jvm-is-sized-for-a-small-machine.md); the launcher reads the options by itself.
ENV MALLOC_ARENA_MAX=2
ENV JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmn16m -Xmx256m -Xss512k -XX:ReservedCodeCacheSize=48m"
# Class-data archive: the JVM maps the classes of a former start instead of loading them from the jar.
RUN java -XX:ArchiveClassesAtExit=lifeline.jsa -jar lifeline.jar demo --port 0 --exit-when-ready && test -s lifeline.jsa
# Health checks and HTTP mode are reached from outside the container.
ENV LIFELINE_HTTP_HOST=0.0.0.0
VOLUME /home/lifeline/lifeline-data
EXPOSE 3000
STOPSIGNAL SIGTERM
# JDK 17 takes ASCII as the default charset in a container without a locale.
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:SharedArchiveFile=lifeline.jsa", "-jar", "lifeline.jar"]
CMD ["serve"]
