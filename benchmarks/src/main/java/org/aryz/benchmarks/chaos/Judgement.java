package org.aryz.benchmarks.chaos;

/**
 * What became of a history.
 *
 * @param acknowledged events that somebody was told are stored
 * @param lost of them, that are missing: in the store, on the topic or at who takes it in
 * @param doubled that are there although nobody asked for them, or more than once
 * @param holes versions that streams skip
 * @param unclear answers that were neither success nor a clear word to come again
 * @param chain what the verifier said
 */
record Judgement(long acknowledged, long lost, long doubled, long holes, long unclear, String chain) {
    static final String SOUND = "verified";

    boolean isClean() {
        return acknowledged > 0 && lost + doubled + holes + unclear == 0 && chain.equals(SOUND);
    }

    /** The same history as somebody else has it, who takes it in: what is wrong there is wrong. */
    Judgement and(long lostThere, long doubledThere) {
        return new Judgement(acknowledged, lost + lostThere, doubled + doubledThere, holes, unclear, chain);
    }

    @Override
    public String toString() {
        return "lost=%d doubled=%d (%,d events acknowledged, holes=%d, unclear answers=%d, chain %s)"
                .formatted(lost, doubled, acknowledged, holes, unclear, chain);
    }
}
