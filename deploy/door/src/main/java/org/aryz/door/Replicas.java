package org.aryz.door;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The replicas of one service as they are at this moment, in the order in which to try them. */
@FunctionalInterface
interface Replicas {
    List<InetSocketAddress> now() throws UnknownHostException;

    /** All addresses that a name has, in a new order each time, so that work spreads. */
    static Replicas named(String host, int port) {
        return () -> {
            List<InetSocketAddress> addresses = Arrays.stream(InetAddress.getAllByName(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .collect(Collectors.toList());
            Collections.shuffle(addresses);
            return addresses;
        };
    }
}
