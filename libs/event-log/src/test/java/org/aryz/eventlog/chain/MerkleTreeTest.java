package org.aryz.eventlog.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The eight inputs by which implementations of RFC 6962 are compared, and the roots after each. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final HexFormat HEX = HexFormat.of();

    /** A tree with all its tiles, and the root that it had at every size. */
    private record Grown(MerkleTree tree, Map<Long, byte[]> roots) {
        static Grown to(int size) {
            var tiles = new HashMap<Tile, byte[]>();
            var growing = new GrowingTree(tiles::put);
            var roots = new HashMap<Long, byte[]>();
            for (var leaf = 0; leaf < size; leaf++) {
                growing.add(leafHash(leaf));
                roots.put(growing.size(), growing.root());
            }
            tiles.putAll(growing.edge());
            return new Grown(new MerkleTree(new Tiles(tiles)), roots);
        }

        byte[] root(long size) {
            return roots.getOrDefault(size, new byte[0]);
        }
    }

    private static byte[] leafHash(long leaf) {
        return MerkleTree.leaf(new byte[] {(byte) (leaf >> 8), (byte) leaf});
    }

    @Test
    void theRootsAreThoseOfTheKnownInputs() {
        var tree = new GrowingTree((_, _) -> {});
        var roots = new ArrayList<String>();
        for (var input : INPUTS) {
            tree.add(MerkleTree.leaf(HEX.parseHex(input)));
            roots.add(HEX.formatHex(tree.root()));
        }

        assertThat(roots).isEqualTo(ROOTS);
        assertThat(HEX.formatHex(new GrowingTree((_, _) -> {}).root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void theRootOfAnEarlierSizeIsComputedFromALargerTree() {
        var grown = Grown.to(700);

        LongStream.rangeClosed(1, 700)
                .forEach(size -> assertThat(grown.tree.root(size)).isEqualTo(grown.root(size)));
    }

    @Test
    void everyInclusionProofLeadsToTheRoot() {
        var grown = Grown.to(700);
        var random = new Random(6962);
        LongStream.concat(LongStream.rangeClosed(1, 40), random.longs(200, 1, 701))
                .forEach(size -> {
                    var index = random.nextLong(size);
                    var path = grown.tree.inclusion(index, size);
                    assertThat(ProofCheck.rootOf(leafHash(index), index, size, path))
                            .isEqualTo(grown.root(size));
                    assertThat(ProofCheck.rootOf(leafHash(index + 1), index, size, path))
                            .isNotEqualTo(grown.root(size));
                });
    }

    @Test
    void everyConsistencyProofHoldsAndHoldsForNoOtherTree() {
        var grown = Grown.to(700);
        var random = new Random(9162);
        LongStream.concat(LongStream.rangeClosed(2, 40), random.longs(200, 2, 701))
                .forEach(to -> {
                    var from = 1 + random.nextLong(to);
                    var proof = grown.tree.consistency(from, to);
                    assertThat(ProofCheck.isConsistent(from, grown.root(from), to, grown.root(to), proof))
                            .isTrue();
                    assertThat(ProofCheck.isConsistent(from, leafHash(9), to, grown.root(to), proof))
                            .isFalse();
                });
    }

    @Test
    void aTreeGrowsOnFromItsUnfinishedTilesAlone() {
        var whole = Grown.to(66_000);
        var stored = new HashMap<Tile, byte[]>();
        var random = new Random(1);
        for (var size = 0L; size < 66_000; ) {
            var unfinished = new HashMap<Tile, byte[]>();
            GrowingTree.unfinished(size).stream()
                    .filter(stored::containsKey)
                    .forEach(tile -> unfinished.put(tile, stored.get(tile)));
            var tree = new GrowingTree(size, unfinished, stored::put);
            var end = Math.min(66_000, size + random.nextLong(1, 3_000));
            LongStream.range(size, end).forEach(leaf -> tree.add(leafHash(leaf)));
            stored.putAll(tree.edge());
            assertThat(tree.root()).isEqualTo(whole.root(end));
            size = end;
        }
        assertThat(new MerkleTree(new Tiles(stored)).root(65_999)).isEqualTo(whole.root(65_999));
    }

    @Test
    void theTilesThatAProofNeedsAreFew() {
        assertThat(Tiles.neededBy(tree -> tree.inclusion(123_456_789, 1_000_000_000)))
                .hasSizeLessThan(12);
        assertThat(Tiles.neededBy(tree -> tree.consistency(123_456_789, 1_000_000_000)))
                .hasSizeLessThan(16);
    }

    @Test
    void whatIsNotInTheTreeHasNoProof() {
        var tree = Grown.to(3).tree;

        assertThatThrownBy(() -> tree.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.root(4)).isInstanceOf(IllegalStateException.class);
    }
}
