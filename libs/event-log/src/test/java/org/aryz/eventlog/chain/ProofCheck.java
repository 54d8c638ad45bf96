package org.aryz.eventlog.chain;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Checks proofs as somebody does who has checkpoints only: the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class ProofCheck {

    private ProofCheck() {}

    /** The root that follows from a leaf and its audit path. */
    public static byte[] rootOf(byte[] leafHash, long index, long size, List<byte[]> path) {
        var fn = index;
        var sn = size - 1;
        var r = leafHash;
        for (var p : path) {
            if (sn == 0) {
                throw new IllegalArgumentException("The path is too long");
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = MerkleTree.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = MerkleTree.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new IllegalArgumentException("The path is too short");
        }
        return r;
    }

    public static boolean isConsistent(
            long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        var fn = first - 1;
        var sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Iterator<byte[]> steps = proof.iterator();
        var fr = Long.bitCount(first) == 1 ? firstRoot : steps.next();
        var sr = fr;
        while (steps.hasNext()) {
            var c = steps.next();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = MerkleTree.node(c, fr);
                sr = MerkleTree.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = MerkleTree.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }
}
