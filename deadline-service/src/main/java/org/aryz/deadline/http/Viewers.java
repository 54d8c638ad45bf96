package org.aryz.deadline.http;

import org.aryz.deadline.view.Viewer;
import org.aryz.servicekit.security.CurrentCaller;

/** Who looks at the lists over all complaints: the caller of the request. */
final class Viewers {
    private Viewers() {}

    static Viewer of(CurrentCaller caller) {
        return new Viewer(caller.get().organisation(), caller.reachesShared());
    }
}
