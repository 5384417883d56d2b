package com.nimbusds.jwt;

import com.nimbusds.jose.*;
import java.util.*;

public record JWTClaimsSet(Map<String, Object> getClaims) {
    public static final class Builder {
        private final Map<String, Object> claims = new LinkedHashMap<>();

        public Builder claim(String name, Object value) {
            claims.put(name, value);
            return this;
        }

        public Builder issuer(String issuer) {
            return claim("iss", issuer);
        }

        public Builder audience(String audience) {
            return claim("aud", audience);
        }

        public Builder issueTime(Date date) {
            return claim("iat", date);
        }

        public Builder expirationTime(Date date) {
            return claim("exp", date);
        }

        public JWTClaimsSet build() {
            return new JWTClaimsSet(claims);
        }
    }
}

public final class SignedJWT {
    private final JWSHeader header;
    private final JWTClaimsSet claims;
    private String token;

    public SignedJWT(JWSHeader header, JWTClaimsSet claims) {
        this.header = header;
        this.claims = claims;
    }

    public void sign(JWSSigner signer) throws JOSEException {
        token = signer.sign(header, claims.getClaims());
    }

    public String serialize() {
        return token;
    }
}
