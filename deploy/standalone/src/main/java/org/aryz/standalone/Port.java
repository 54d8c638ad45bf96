package org.aryz.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** A port of the stack, with the environment variable that changes it. */
public enum Port {
    INTAKE(8081),
    REFERRAL(8082),
    DEADLINE(8083),
    NOTIFICATION(8084),
    KEYCLOAK(8180),
    POSTGRESQL(5440),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    SMTP(3025),
    MAIL_API(8025);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    /** The environment variable that sets this port. */
    public String setting() {
        return "ARYZ_" + name() + "_PORT";
    }

    /** The name of this port for a person: the variable without its frame. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether some process listens on this number already. */
    public static boolean isTaken(int number) {
        try (var socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException _) {
            return true;
        }
    }
}
