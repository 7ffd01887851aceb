package dev.lifeline.softlayer;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.softlayer.rest.ApiObject;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.ObjectFilters;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import java.util.List;
import java.util.Optional;

/**
 * The account's users, read afresh on each call. A search first reads ids, e-mails and names only, because an ignored filter returns
 * every user of the account; the users that do match are then read one by one. Thread-safe.
 */
final class ClassicCloudUsers implements CloudUsers {

    private static final int PAGE_SIZE = 100;

    private final QueryClient queries;

    ClassicCloudUsers(QueryClient queries) {
        this.queries = queries;
    }

    @Override
    public List<CloudUser> findByEmail(String email) {
        return findByProperty("email", email);
    }

    @Override
    public Optional<CloudUser> findByUsername(String username) {
        return findByProperty("username", username).stream().findFirst();
    }

    private List<CloudUser> findByProperty(String property, String text) {
        String value = text.strip();
        if (value.isEmpty()) return List.of();
        return queries
                .listAll(
                        ApiQuery.of(QueryMethod.USERS).withFilter(ObjectFilters.byProperty("users", property, value)),
                        PAGE_SIZE)
                .stream()
                .filter(apiObject ->
                        apiObject.text(property).filter(value::equalsIgnoreCase).isPresent())
                .flatMap(row -> findById(new CloudUserId(row.id().orElseThrow())).stream())
                .toList();
    }

    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        return queries.findById(ApiQuery.of(QueryMethod.USER, id.value()))
                .map(apiObject -> UserMapper.toCloudUser(apiObject, isOwner(apiObject)));
    }

    /** A second query, only where the user object does not carry the flag. */
    private boolean isOwner(ApiObject user) {
        return !user.hasValue("isMasterUserFlag")
                && queries.find(ApiQuery.of(QueryMethod.MASTER_USER))
                        .filter(owner -> owner.id().equals(user.id()))
                        .isPresent();
    }
}
