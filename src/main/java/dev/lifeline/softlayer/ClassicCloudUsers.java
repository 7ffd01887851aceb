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
 * The account's users, read afresh. Users are found by a light question first, because a filter that is ignored answers with everybody;
 * only those whose e-mail or name really is the one are read in full.
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
        String wanted = text.strip();
        if (wanted.isEmpty()) return List.of();
        return queries
                .listAll(
                        ApiQuery.of(QueryMethod.USERS).withFilter(ObjectFilters.usersByProperty(property, wanted)),
                        PAGE_SIZE)
                .stream()
                .filter(apiObject -> apiObject
                        .text(property)
                        .filter(wanted::equalsIgnoreCase)
                        .isPresent())
                .flatMap(row -> findById(new CloudUserId(row.id().orElseThrow())).stream())
                .toList();
    }

    @Override
    public Optional<CloudUser> findById(CloudUserId id) {
        return queries.findById(ApiQuery.of(QueryMethod.USER, id.value()))
                .map(apiObject -> UserMapper.toCloudUser(apiObject, isOwner(apiObject)));
    }

    /** Asked apart only where the row does not say. */
    private boolean isOwner(ApiObject user) {
        return !user.hasValue("isMasterUserFlag")
                && queries.find(ApiQuery.of(QueryMethod.MASTER_USER))
                        .filter(owner -> owner.id().equals(user.id()))
                        .isPresent();
    }
}
