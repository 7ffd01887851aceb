package dev.lifeline.store;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Links;
import dev.lifeline.access.SlackUserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Links as rows, one a person. */
final class SqlLinks implements Links {

    private final Transactions transactions;
    private final InstantSource clock;

    SqlLinks(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<CloudUserId> of(SlackUserId person) {
        return transactions
                .read(handle -> handle.createQuery("select cloud_user from links where person = :person")
                        .bind("person", person.value())
                        .mapTo(Long.class)
                        .findOne())
                .map(CloudUserId::new);
    }

    @Override
    public List<SlackUserId> of(CloudUserId user) {
        return transactions
                .read(handle -> handle.createQuery(
                                "select person from links where cloud_user = :user order by linked_at, person")
                        .bind("user", user.value())
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(SlackUserId::new)
                .toList();
    }

    @Override
    public void link(SlackUserId person, CloudUserId user) {
        String sql = """
                insert into links (person, cloud_user, linked_at) values (:person, :user, :now)
                on conflict (person) do update set cloud_user = excluded.cloud_user, linked_at = excluded.linked_at
                """;
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("person", person.value())
                .bind("user", user.value())
                .bind("now", clock.millis())
                .execute());
    }
}
