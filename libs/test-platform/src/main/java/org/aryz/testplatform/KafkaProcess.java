package org.aryz.testplatform;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of the embedded Kafka process: formats the storage at the first start, then runs the broker. */
final class KafkaProcess {

    private static final String CLUSTER = "aryz-test-cluster-0000";

    private KafkaProcess() {}

    public static void main(String[] arguments) {
        String properties = arguments[0];
        int formatted = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", properties},
                System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {properties});
    }
}
