package org.aryz.notification;

/** One way to one person: the opaque id of a recipient and the channel by which to tell them. */
public record Route(String recipient, String channel) {}
