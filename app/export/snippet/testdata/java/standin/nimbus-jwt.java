package com.nimbusds.jwt;

import com.nimbusds.jose.*;
import com.nimbusds.jose.crypto.MACSigner;
import java.util.*;

public record JWTClaimsSet(Map<String, Object> getClaims) {
    public static final class Builder {
        private final Map<String, Object> claims = new LinkedHashMap<>();

        public Builder claim(String name, Object value) {
            claims.put(name, value);
            return this;
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

    public void sign(MACSigner signer) throws JOSEException {
        token = standin.Tokens.sign(header.algorithm().name(), signer.key(), claims.getClaims());
    }

    public String serialize() {
        return token;
    }
}
