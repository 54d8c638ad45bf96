package org.aryz.intake;

/** A region of one of the three states, by ISO 3166-2. */
public record RegionCode(String value) {
    /** @throws IllegalArgumentException where there is no such region */
    public RegionCode {
        if (!Region.isKnown(value)) {
            throw new IllegalArgumentException("no region of the three states");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
