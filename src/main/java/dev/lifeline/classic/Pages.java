package dev.lifeline.classic;

import dev.lifeline.classic.ApiError.Kind;
import dev.lifeline.classic.Question.Page;
import dev.lifeline.device.ProviderUnreachable;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How is a long list read to its end? Page by page. No document names a largest page: what is too much shows as an internal error or a
 * timeout (softlayer.md 1.2), so from where a large page came to nothing it goes on with small ones.
 */
final class Pages {

    /** What the provider's own client asks for (softlayer.md 1.2). */
    static final int SMALL = 100;
    /** More than any account has: a list that goes on is made up. */
    static final int LONGEST = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final Set<Kind> TOO_MUCH = EnumSet.of(Kind.TEMPORARY, Kind.OVERSIZE, Kind.UNREADABLE);

    private final Reads reads;
    private final Question question;
    private final Set<Long> seen = new HashSet<>();

    Pages(Reads reads, Question question) {
        this.reads = reads;
        this.question = question;
    }

    /** A page, and how it was asked for in the end. */
    private record Got(Page page, List<Row> rows, long total) {

        boolean isLast() {
            return rows.size() < page.size() && total <= page.offset() + rows.size();
        }

        Page next() {
            return page.after(rows.size());
        }
    }

    /** What becomes of the rows; each id once, and rows without an id are left out. */
    <T> List<T> from(int size, Function<Row, Stream<T>> reading) {
        List<T> all = new ArrayList<>();
        for (Got got = got(new Page(0, size)); ; got = got(got.next())) {
            List<Row> news = got.rows().stream()
                    .filter(row -> row.id().isPresent() && seen.add(row.id().getAsLong()))
                    .toList();
            news.stream().flatMap(reading).forEach(all::add);
            // a provider that ignores the limit says the same again: no news ends it
            if (news.isEmpty() || got.isLast()) return all;
            if (seen.size() > LONGEST) throw new ProviderUnreachable(question.read() + ": the list does not end");
        }
    }

    private Got got(Page page) {
        try {
            Answer answer = reads.answer(question.at(page));
            return new Got(page, answer.rows(), answer.total().orElse(0));
        } catch (ApiRefusal notAList) {
            throw Reads.unreachable(question, notAList);
        } catch (ProviderUnreachable unreachable) {
            if (page.size() <= SMALL || !mayBeTooMuch(unreachable)) throw unreachable;
            LOG.warn("{}: {} rows at once are too many, now {}", question.read(), page.size(), SMALL);
            return got(new Page(page.offset(), SMALL));
        }
    }

    private static boolean mayBeTooMuch(ProviderUnreachable unreachable) {
        Throwable cause = unreachable.getCause();
        if (cause instanceof ApiRefusal refusal)
            return TOO_MUCH.contains(refusal.error().kind());
        return cause != null && cause.getCause() instanceof InterruptedIOException;
    }
}
