package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the embedded Kafka process: formats the storage at the first start, then runs the broker. */
final class KafkaProcess {

    private KafkaProcess() {}

    public static void main(String[] arguments) {
        String properties = arguments[0];
        UUID cluster = UUID.nameUUIDFromBytes(properties.getBytes(UTF_8));
        String id = new Uuid(cluster.getMostSignificantBits(), cluster.getLeastSignificantBits()).toString();
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", id, "--config", properties}, System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {properties});
    }
}
