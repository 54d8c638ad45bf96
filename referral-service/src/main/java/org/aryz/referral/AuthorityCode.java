package org.aryz.referral;

/** Names an authority of the directory, such as {@code kg-prosecutor-general}. */
public record AuthorityCode(String value) implements Comparable<AuthorityCode> {
    @Override
    public int compareTo(AuthorityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
