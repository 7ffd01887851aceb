package dev.lifeline.classic;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One question to the provider, ready to be asked.
 *
 * @param filter which objects; a wrong filter is ignored and answers with all (softlayer.md trap 3), so whoever asks checks the rows
 * @param page which of them
 */
record Question(Read read, OptionalLong id, Mask mask, Optional<String> filter, Optional<Page> page) {

    /** A page of rows; never of one row, which the provider gets wrong (softlayer.md trap 27). */
    record Page(int offset, int size) {
        /** What follows after so many rows; a provider that gives fewer than asked for is not to lose the others. */
        Page after(int rows) {
            return new Page(offset + Math.max(1, Math.min(rows, size)), size);
        }

        @Override
        public String toString() {
            return offset + "," + size;
        }
    }

    static Question of(Read read) {
        return new Question(read, OptionalLong.empty(), read.mask(), Optional.empty(), Optional.empty());
    }

    static Question of(Read read, long id) {
        return new Question(read, OptionalLong.of(id), read.mask(), Optional.empty(), Optional.empty());
    }

    Question where(String objectFilter) {
        return new Question(read, id, mask, Optional.of(objectFilter), page);
    }

    Question at(Page wanted) {
        return new Question(read, id, mask, filter, Optional.of(wanted));
    }

    Question without(Set<String> refused) {
        return new Question(read, id, mask.without(refused), filter, page);
    }
}
