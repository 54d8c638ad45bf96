package org.aryz.eventlog.kafka;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record as the database keeps it: headers and bytes as received. */
final class StoredRecord {
    private static final byte[] NOTHING = {};

    private StoredRecord() {}

    /** Adds names and values of its headers and its value, in this order. */
    static Tuple addTo(Tuple parameters, ConsumerRecord<String, byte[]> record) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Buffer>();
        for (var header : record.headers()) {
            names.add(header.key().replace('\0', ' ')); // the one character the database can't store
            values.add(Buffer.buffer(orNothing(header.value())));
        }
        parameters
                .getDelegate()
                .addArrayOfString(names.toArray(String[]::new))
                .addArrayOfBuffer(values.toArray(Buffer[]::new))
                .addBuffer(Buffer.buffer(orNothing(record.value())));
        return parameters;
    }

    /** Reads topic, partition, offset, subject, value, names and values of headers. */
    static ConsumerRecord<String, byte[]> read(Row row) {
        var stored = row.getDelegate();
        var value = stored.getBuffer(4);
        var record = new ConsumerRecord<>(
                row.getString(0),
                row.getInteger(1),
                row.getLong(2),
                row.getString(3),
                value == null ? NOTHING : value.getBytes());
        var names = stored.getArrayOfStrings(5);
        var values = stored.getArrayOfBuffers(6);
        for (var i = 0; i < names.length; i++) {
            record.headers().add(names[i], values[i].getBytes());
        }
        return record;
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }
}
