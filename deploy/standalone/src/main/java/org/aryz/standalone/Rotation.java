package org.aryz.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.aryz.standalone.part.StackKeys;

/**
 * Changes the key-encryption key of the running stack: adds a new one, watches the services wrap everything again, and
 * takes the older ones out of the file. Stopped in between, it goes on when it is called again.
 */
final class Rotation {
    /** Services read the file every ten seconds; after three times that none wraps with an older key any more. */
    private static final Duration HEARD_OF_BY_ALL = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final StackKeys keys;
    private final Progress progress;

    Rotation(StackKeys keys, Progress progress) {
        this.keys = keys;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        progress.say(
                keys.begin() ? "A new key was added to " + keys.file() : "Going on with the rotation begun before");
        Map<String, Long> told = new TreeMap<>();
        var left = keys.wrappedByOlder();
        while (!isOver(left)) {
            for (var service : left.entrySet()) {
                if (!service.getValue().equals(told.put(service.getKey(), service.getValue()))) {
                    progress.step(service.getKey(), service.getValue() + " keys left to wrap again");
                }
            }
            Thread.sleep(LOOK);
            left = keys.wrappedByOlder();
        }
        keys.end();
        progress.say("Everything is wrapped by the new key; the older ones are out of the file. Split it anew for its"
                + " holders, and destroy their shares of the old one.");
    }

    private boolean isOver(Map<String, Long> left) {
        return left.values().stream().allMatch(count -> count == 0)
                && progress.elapsed().compareTo(HEARD_OF_BY_ALL) > 0;
    }
}
