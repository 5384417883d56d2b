package com.nimbusds.jwt.proc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.*;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Set;

public record DefaultJWTClaimsVerifier<C extends SecurityContext>(String audience, JWTClaimsSet exact, Set<String> required) {}

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
        var claims = standin.Tokens.verify(token, selector.algorithm().name(), selector.source().address());
        if (!claims.keySet().containsAll(verifier.required())) {
            throw new BadJOSEException("a required claim is missing");
        }
        if (!verifier.audience().equals(claims.get("aud")) || !claims.entrySet().containsAll(verifier.exact().getClaims().entrySet())) {
            throw new BadJOSEException("a claim is not as it has to be");
        }
        return new JWTClaimsSet(claims);
    }
}
