package dev.lifeline.store;

import dev.lifeline.access.Offer;
import dev.lifeline.access.OfferId;
import dev.lifeline.access.Offers;
import java.util.Optional;

/** Offers as rows; taking one is a conditional update, so that one press alone succeeds. */
final class SqlOffers implements Offers {

    private final Transactions transactions;
    private final Json json;

    SqlOffers(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public void put(Offer offer) {
        String sql = "insert into offers (id, body, over_at) values (:id, :body, :over) on conflict do nothing";
        transactions.write(handle -> handle.createUpdate(sql)
                .bind("id", offer.id().value())
                .bind("body", json.write(Offer.class, offer))
                .bind("over", offer.until().toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Offer> find(OfferId id) {
        return transactions
                .read(handle -> handle.createQuery("select body from offers where id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne())
                .map(body -> json.read(Offer.class, body));
    }

    @Override
    public Taken take(OfferId id, String press) {
        return transactions.answer(handle -> {
            int rows = handle.createUpdate("update offers set taken_by = :press where id = :id and taken_by is null")
                    .bind("press", press)
                    .bind("id", id.value())
                    .execute();
            if (rows == 1) return Taken.NOW;
            Optional<String> by = handle.createQuery("select taken_by from offers where id = :id")
                    .bind("id", id.value())
                    .mapTo(String.class)
                    .findOne();
            return by.filter(press::equals).isPresent() ? Taken.BY_THIS_PRESS : Taken.BEFORE;
        });
    }
}
