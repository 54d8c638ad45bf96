package org.aryz.eventlog.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1 (the same as in RFC 9162), over a growing list. Works on the hashes of complete
 * subtrees alone, so it never touches more than a few of them.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The hashes of complete subtrees. */
    @FunctionalInterface
    public interface Nodes {
        /** The subtree over the leaves from {@code index * 2^level}, {@code 2^level} of them. */
        byte[] hash(int level, long index);
    }

    private final Nodes nodes;

    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    static byte[] leaf(byte[] data) {
        return Sha256.of(LEAF, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root of the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? Sha256.of() : subtree(0, size);
    }

    /** The audit path of a leaf in the tree of a size, from the leaf upwards (2.1.1). */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
        }
        var path = new ArrayList<byte[]>();
        addPath(index, 0, size, path);
        return path;
    }

    /** The proof that the tree of the first size is a beginning of that of the second (2.1.2). */
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("There is no proof from size " + from + " to " + to);
        }
        var proof = new ArrayList<byte[]>();
        if (from < to) {
            addProof(from, 0, to, true, proof);
        }
        return proof;
    }

    private void addPath(long leaf, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        var middle = from + split(to - from);
        if (leaf < middle) {
            addPath(leaf, from, middle, path);
            path.add(subtree(middle, to));
        } else {
            addPath(leaf, middle, to, path);
            path.add(subtree(from, middle));
        }
    }

    /** SUBPROOF of the RFC; {@code known} as long as the verifier has the hash of the subtree itself. */
    private void addProof(long old, long from, long to, boolean known, List<byte[]> proof) {
        if (old == to) {
            if (!known) {
                proof.add(subtree(from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (old <= middle) {
            addProof(old, from, middle, known, proof);
            proof.add(subtree(middle, to));
        } else {
            addProof(old, middle, to, false, proof);
            proof.add(subtree(from, middle));
        }
    }

    private byte[] subtree(long from, long to) {
        var count = to - from;
        if (Long.bitCount(count) == 1) {
            var level = Long.numberOfTrailingZeros(count);
            return nodes.hash(level, from >> level);
        }
        var middle = from + split(count);
        return node(subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two below a count of at least two. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
