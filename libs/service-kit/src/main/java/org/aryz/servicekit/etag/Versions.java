package org.aryz.servicekit.etag;

import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Stream versions as strong entity tags: what was read is what may be changed. */
public final class Versions {

    private Versions() {}

    /** The value of {@code ETag} for a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} names: none is refused with 428, one that no version can have with 412. */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Rejected.versionRequired();
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw Rejected.stale();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }
}
