package dev.lifeline.slack;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Is at least one Socket Mode connection alive? Several, served by one crew: Slack gives each delivery to any one of them. */
final class SocketLines implements AutoCloseable {

    private final List<SocketLine> lines;
    private final Crew crew;

    private SocketLines(List<SocketLine> lines, Crew crew) {
        this.lines = lines;
        this.crew = crew;
    }

    static SocketLines of(int count, Crew crew, Function<Crew, SocketLine> line) {
        List<SocketLine> lines =
                Stream.generate(() -> line.apply(crew)).limit(count).toList();
        return new SocketLines(lines, crew);
    }

    void start() {
        lines.forEach(SocketLine::start);
    }

    boolean live() {
        return lines.stream().anyMatch(SocketLine::live);
    }

    /** Work that was begun is finished and acknowledged while the connections stand; then nothing may open them again. */
    @Override
    public void close() {
        lines.forEach(SocketLine::keepWhatIsOpen);
        crew.close();
        lines.forEach(SocketLine::hangUp);
    }
}
