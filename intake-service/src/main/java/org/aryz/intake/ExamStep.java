package org.aryz.intake;

/** Whether a medical examination was asked for or took place. */
public enum ExamStep implements Code {
    REQUESTED,
    RECORDED
}
