package org.aryz.deadline.calendar;

/** For whom a day is off: some decrees close the state bodies only, so that nothing can be handed in there. */
public enum Scope {
    ALL,
    STATE_BODIES
}
