package com.nimbusds.jwt.proc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.*;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;

public record DefaultJWTClaimsVerifier<C extends SecurityContext>(JWTClaimsSet exact, Set<String> required) {}

public final class DefaultJWTProcessor<C extends SecurityContext> {
    private JWSVerificationKeySelector<C> selector;
    private DefaultJWTClaimsVerifier<C> verifier;

    public void setJWSKeySelector(JWSVerificationKeySelector<C> selector) {
        this.selector = selector;
    }

    public void setJWTClaimsSetVerifier(DefaultJWTClaimsVerifier<C> verifier) {
        this.verifier = verifier;
    }

    public JWTClaimsSet process(String token, C context) throws ParseException, BadJOSEException, JOSEException {
        var verified = standin.Tokens.verify(token, selector.secret().key());
        if (!verified.algorithm.equals(selector.algorithm().name())) {
            throw new BadJOSEException("another algorithm is expected");
        }
        if (!verified.claims.keySet().containsAll(verifier.required())) {
            throw new BadJOSEException("a required claim is missing");
        }
        return new JWTClaimsSet(verified.claims);
    }
}
