package dev.lifeline.classic;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.lifeline.classic.ApiError.Kind;
import dev.lifeline.device.ProviderUnreachable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What does the provider say? Every way of asking throws {@link ProviderUnreachable} where no usable answer came. */
final class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final Asking<Answer> asking;
    /** Remembered while the process runs: an account that lacks a property does not get it from one minute to the next. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Reads(Asking<Answer> asking) {
        this.asking = asking;
    }

    /** One object; empty when it is absent or not ours to see. */
    Optional<Row> find(Question question) {
        try {
            return ask(question).row();
        } catch (ApiRefusal refusal) {
            if (refusal.error().kind() == Kind.NOT_FOUND) return Optional.empty();
            throw unreachable(question, refusal);
        }
    }

    /** One object; empty also when the bot's own user may not ask for it. */
    Optional<Row> findIfPermitted(Question question) {
        try {
            return sameId(question, ask(question).row());
        } catch (ApiRefusal refusal) {
            Kind kind = refusal.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION) return Optional.empty();
            throw unreachable(question, refusal);
        }
    }

    /** The object with the question's own id; empty when it is absent or not ours to see. */
    Optional<Row> findSame(Question question) {
        return sameId(question, find(question));
    }

    private static Optional<Row> sameId(Question question, Optional<Row> found) {
        if (found.isPresent() && !found.get().id().equals(question.id()))
            throw new ProviderUnreachable(question.read() + ": the answer is about something else");
        return found;
    }

    /** All the rows of one answer. */
    List<Row> once(Question question) {
        try {
            return ask(question).rows();
        } catch (ApiRefusal refusal) {
            throw unreachable(question, refusal);
        }
    }

    /** The rows of every page, each id once; rows without an id are left out. */
    List<Row> everyPage(Question question, int size) {
        return everyPage(question, size, Stream::of);
    }

    /** What becomes of the rows of every page; a page is forgotten as soon as it was read, for there may be very many. */
    <T> List<T> everyPage(Question question, int size, Function<Row, Stream<T>> reading) {
        return new Pages(this, question).from(size, reading);
    }

    /** One answer, whatever is in it. */
    Answer answer(Question question) {
        try {
            return ask(question);
        } catch (ApiRefusal refusal) {
            throw unreachable(question, refusal);
        }
    }

    private Answer ask(Question question) {
        return ask(question, Set.copyOf(refused));
    }

    /** Asks; and asks for less where the provider refuses a property that can be done without. */
    private Answer ask(Question question, Set<String> without) {
        Question lighter = question.without(without);
        try {
            return asked(lighter);
        } catch (ApiRefusal refusal) {
            Set<String> suspects = SpareParts.suspects(lighter.mask(), refusal.error());
            if (suspects.isEmpty()) throw refusal;
            Answer answer = ask(
                    question, Stream.concat(without.stream(), suspects.stream()).collect(Collectors.toSet()));
            LOG.warn(
                    "{} does without {}: {}",
                    question.read(),
                    suspects,
                    refusal.error().detail());
            refused.addAll(suspects);
            return answer;
        }
    }

    private Answer asked(Question question) {
        if (question.read().ofSecrets()) throw new IllegalArgumentException(question.read() + " is not asked here");
        try {
            return asking.ask(question);
        } catch (CircuitBreakerOpenException resting) {
            throw new ProviderUnreachable(question.read() + ": not asked, the provider has been failing", resting);
        } catch (FailsafeException broken) {
            if (broken.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnreachable(question.read() + ": " + broken.getCause(), broken);
        }
    }

    /** No usable answer came: this is what it was instead. */
    static ProviderUnreachable unreachable(Question question, ApiRefusal refusal) {
        return new ProviderUnreachable(question.read() + ": " + refusal.error().detail(), refusal);
    }
}
