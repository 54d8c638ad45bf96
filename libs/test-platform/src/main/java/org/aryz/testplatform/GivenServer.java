package org.aryz.testplatform;

/** A server that runs already and belongs to somebody else, so that tests do not stop it. */
record GivenServer(String address) implements Server {

    @Override
    public void stop() {
        throw new UnsupportedOperationException("a given server is not stopped; run with ARYZ_TEST_SERVERS=embedded");
    }

    @Override
    public void start() {
        throw new UnsupportedOperationException("a given server is not started; run with ARYZ_TEST_SERVERS=embedded");
    }

    @Override
    public String format() {
        return "given " + address;
    }
}
