package org.aryz.eventlog.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * That a checkpoint existed at a time, said by an authority (RFC 3161). Its imprint is the SHA-256 of the checkpoint's text, so
 * that whoever recomputes the tree can compare it without trusting what is stored.
 */
public final class TimeStamp {
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeStampToken token;

    private TimeStamp(TimeStampToken token) {
        this.token = token;
    }

    /** A question for a time stamp, and the reader of its answer. */
    public static final class Question {
        private final TimeStampRequest request;

        private Question(TimeStampRequest request) {
            this.request = request;
        }

        /** The question as it is sent (DER). */
        public byte[] bytes() {
            try {
                return request.getEncoded();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The token of an answer.
         *
         * @throws IllegalArgumentException if the answer refuses, or answers another question; says why
         */
        public byte[] tokenIn(byte[] answer) {
            try {
                var response = new TimeStampResponse(answer);
                response.validate(request);
                var token = response.getTimeStampToken();
                if (token == null) {
                    throw new IllegalArgumentException("The authority refuses: " + response.getStatusString());
                }
                return token.getEncoded();
            } catch (TSPException | IOException e) {
                throw new IllegalArgumentException(
                        "What came is no time stamp for this checkpoint: " + e.getMessage(), e);
            }
        }
    }

    public static Question ask(Checkpoint checkpoint) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return new Question(generator.generate(
                NISTObjectIdentifiers.id_sha256, imprintOf(checkpoint), new BigInteger(NONCE_BITS, RANDOM)));
    }

    /** @throws IllegalArgumentException if the bytes are no token of a time stamp */
    public static TimeStamp parse(byte[] token) {
        try {
            return new TimeStamp(new TimeStampToken(new CMSSignedData(token)));
        } catch (TSPException | IOException | CMSException e) {
            throw new IllegalArgumentException("What is stored is no time stamp: " + e.getMessage(), e);
        }
    }

    /** When the checkpoint existed at the latest, as the authority says. */
    public Instant time() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** Whether it is over that checkpoint, and signed as the certificate in it says. Whether to trust that is for the reader. */
    public boolean isOver(Checkpoint checkpoint) {
        var info = token.getTimeStampInfo();
        return info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(info.getMessageImprintDigest(), imprintOf(checkpoint))
                && isSigned();
    }

    private boolean isSigned() {
        return token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .anyMatch(this::isSignedBy);
    }

    private boolean isSignedBy(X509CertificateHolder certificate) {
        try {
            return token.isSignatureValid(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (TSPException | OperatorCreationException | java.security.cert.CertificateException e) {
            return false;
        }
    }

    private static byte[] imprintOf(Checkpoint checkpoint) {
        return Sha256.digest().digest(checkpoint.text().getBytes(UTF_8));
    }
}
