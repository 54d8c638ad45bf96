package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        var table = new Table("what", "address").row("kafka", "localhost:9092").row("pg", 1);

        assertThat(table).hasToString("  what   address\n  kafka  localhost:9092\n  pg     1\n");
    }
}
