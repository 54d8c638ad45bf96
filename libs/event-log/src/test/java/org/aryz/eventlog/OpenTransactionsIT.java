package org.aryz.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.aryz.eventlog.sessions.OpenTransactions;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.Test;

class OpenTransactionsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aSessionThatLeftItsTransactionOpenIsNamedUntilItEnds() throws SQLException {
        try (var database = TestDatabase.create();
                var other = database.connect();
                var statement = other.createStatement()) {
            var transactions = new OpenTransactions(database.newPool(1), Duration.ofSeconds(1));
            other.setAutoCommit(false);
            statement.execute("set application_name = 'forgotten'");
            statement.execute("select count(*) from event_log.event");

            Patience.until(
                    "it is named", SOON, () -> looked(transactions).named().contains("forgotten"));
            assertThat(transactions.state().named())
                    .contains("idle in transaction")
                    .doesNotContain("select count");
            assertThat(transactions.state().oldest()).isGreaterThan(1);

            other.rollback();
            Patience.until(
                    "all is well", SOON, () -> looked(transactions).idle().isEmpty());
        }
    }

    private static OpenTransactions.State looked(OpenTransactions transactions) {
        transactions.look().await().atMost(SOON);
        return transactions.state();
    }
}
