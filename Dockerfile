# One of the four services: docker build --build-arg SERVICE=gateway .
FROM maven:3.9.11-eclipse-temurin-25 AS build
ARG SERVICE
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -Dmaven.test.skip=true -Dspotless.check.skip=true package -pl ${SERVICE}-service -am
RUN java -Djarmode=tools -jar ${SERVICE}-service/target/${SERVICE}-service-*-exec.jar \
      extract --layers --destination layers \
    && mv layers/application/${SERVICE}-service-*-exec.jar layers/application/service.jar

# glibc, since RocksDB's library needs it.
FROM eclipse-temurin:25-jre-noble
RUN install --directory --owner=10001 --group=10001 --mode=0750 /var/lib/rendezvous
WORKDIR /app
# What changes least comes first, so that a new version is a small layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
# glibc would keep a pool of freed memory for each of many threads.
ENV MALLOC_ARENA_MAX=2
# The buffers of HTTP clients are small, since thousands of streams of a model mostly wait.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Djdk.httpclient.bufsize=1024 --sun-misc-unsafe-memory-access=allow"
ENTRYPOINT ["java", "-jar", "service.jar"]
