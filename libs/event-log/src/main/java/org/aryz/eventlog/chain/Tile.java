package org.aryz.eventlog.chain;

/**
 * Place of a run of up to 256 hashes in the tree, as C2SP tlog-tiles cuts it: tiles of level 0 hold leaf hashes, those of
 * level n the hashes of complete subtrees of {@code 256^n} leaves.
 */
public record Tile(int level, long index) {
    /** A tile spans this many levels of the tree. */
    static final int HEIGHT = 8;

    /** Hashes of a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** The tile in which a subtree can be computed. */
    static Tile of(int level, long index) {
        return new Tile(level / HEIGHT, (index << (level % HEIGHT)) >> HEIGHT);
    }
}
