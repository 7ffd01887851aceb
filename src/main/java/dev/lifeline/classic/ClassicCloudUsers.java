package dev.lifeline.classic;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import java.util.List;
import java.util.Optional;

/**
 * The account's users, read afresh. Users are found by a light question first, because a filter that is ignored answers with everybody;
 * only those whose e-mail or name really is the one are read in full.
 */
final class ClassicCloudUsers implements CloudUsers {

    private static final int PAGE = 100;

    private final Reads reads;

    ClassicCloudUsers(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<CloudUser> withEmail(String email) {
        return with("email", email);
    }

    @Override
    public Optional<CloudUser> named(String username) {
        return with("username", username).stream().findFirst();
    }

    private List<CloudUser> with(String property, String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) return List.of();
        return reads.everyPage(Question.of(Read.USERS).where(Filters.users(property, wanted)), PAGE).stream()
                .filter(row ->
                        row.text(property).filter(wanted::equalsIgnoreCase).isPresent())
                .flatMap(row -> read(new CloudUserId(row.id().orElseThrow())).stream())
                .toList();
    }

    @Override
    public Optional<CloudUser> read(CloudUserId id) {
        return reads.findSame(Question.of(Read.USER, id.value())).map(row -> UserRows.user(row, isOwner(row)));
    }

    /** Asked apart only where the row does not say. */
    private boolean isOwner(Row user) {
        return !user.tells("isMasterUserFlag")
                && reads.find(Question.of(Read.MASTER_USER))
                        .filter(owner -> owner.id().equals(user.id()))
                        .isPresent();
    }
}
