package com.nimbusds.jose.proc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableSecret;

public interface SecurityContext {}

public record JWSVerificationKeySelector<C extends SecurityContext>(JWSAlgorithm algorithm, ImmutableSecret<C> secret) {}

public class BadJOSEException extends Exception {
    public BadJOSEException(String message) {
        super(message);
    }
}
