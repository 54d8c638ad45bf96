package org.aryz.servicekit.eventlog;

import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Which topics a channel reads, by the configuration of its connector. */
final class Channel {

    private Channel() {}

    static List<String> topics(String channel) {
        Config config = ConfigProvider.getConfig();
        String of = "mp.messaging.incoming." + channel;
        return config.getOptionalValues(of + ".topics", String.class)
                .orElseGet(() -> List.of(
                        config.getOptionalValue(of + ".topic", String.class).orElse(channel)));
    }
}
