package org.aryz.notification.mail;

/** What is written to a person, in words. */
record Letter(String subject, String text) {

    /** Reads the form in which letters are kept: the subject, an empty line, the text. */
    static Letter parse(String rendered) {
        int end = rendered.indexOf("\n\n");
        return new Letter(
                rendered.substring(0, end).strip(), rendered.substring(end).strip() + "\n");
    }
}
