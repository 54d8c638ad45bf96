package org.aryz.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void wordsBeforeTheOptionsNameTheSuite() {
        var asked = Asked.of("chaos", "history", "--quick", "--only", "kill,disk", "--seed", "7");

        assertThat(asked.suite()).isEqualTo("chaos history");
        assertThat(asked.quick()).isTrue();
        assertThat(asked.wants("disk")).isTrue();
        assertThat(asked.wants("idle")).isFalse();
        assertThat(asked.seed()).isEqualTo(7);
    }

    @Test
    void withoutOptionsAllOfItIsWanted() {
        assertThat(Asked.of("bench", "history").wants("anything")).isTrue();
    }

    @Test
    void anOptionThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Asked.of("chaos", "history", "--slow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--quick");
        assertThatThrownBy(() -> Asked.of("chaos", "history", "--seed")).isInstanceOf(IllegalArgumentException.class);
    }
}
