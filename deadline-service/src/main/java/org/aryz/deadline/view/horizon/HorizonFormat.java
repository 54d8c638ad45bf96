package org.aryz.deadline.view.horizon;

import org.aryz.deadline.view.Board;

/** One form of the export, written piece by piece. No form names a person. */
public interface HorizonFormat {
    String head();

    String entry(Board.Entry entry);

    String foot();
}
