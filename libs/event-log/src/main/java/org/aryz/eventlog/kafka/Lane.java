package org.aryz.eventlog.kafka;

/** One topic and one subject: the events of a lane are taken in one after the other, and park together. */
public record Lane(String topic, String subject) {
    @Override
    public String toString() {
        return topic + "/" + subject;
    }
}
