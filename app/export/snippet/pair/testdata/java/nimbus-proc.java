package com.nimbusds.jose.proc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;

public interface SecurityContext {}

public record JWSVerificationKeySelector<C extends SecurityContext>(JWSAlgorithm algorithm, JWKSource<C> source) {}

public class BadJOSEException extends Exception {
    public BadJOSEException(String message) {
        super(message);
    }
}
