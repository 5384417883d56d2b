package io.jsonwebtoken;

import java.util.*;
import javax.crypto.SecretKey;

public final class Jwts {
    public static final class SIG {
        public static final String HS256 = "HS256", HS384 = "HS384", HS512 = "HS512";
    }

    public static Builder builder() {
        return new Builder();
    }

    public static ParserBuilder parser() {
        return new ParserBuilder();
    }

    public static final class Builder {
        private final Map<String, Object> claims = new LinkedHashMap<>();
        private String algorithm;
        private SecretKey key;

        public Builder claims(Map<String, ?> more) {
            claims.putAll(more);
            return this;
        }

        public Builder expiration(Date date) {
            claims.put("exp", date);
            return this;
        }

        public Builder signWith(SecretKey key, String algorithm) {
            this.key = key;
            this.algorithm = algorithm;
            return this;
        }

        public String compact() {
            return standin.Tokens.sign(algorithm, key.getEncoded(), claims);
        }
    }

    public static final class ParserBuilder {
        private SecretKey key;

        public ParserBuilder verifyWith(SecretKey key) {
            this.key = key;
            return this;
        }

        public ParserBuilder build() {
            return this;
        }

        public Jws<Claims> parseSignedClaims(String token) {
            var verified = standin.Tokens.verify(token, key.getEncoded());
            return new Jws<>(new JwsHeader(verified.algorithm), new Claims(verified.claims));
        }
    }
}

public record Jws<T>(JwsHeader getHeader, T getPayload) {}

public record JwsHeader(String getAlgorithm) {}

public record Claims(Map<String, Object> getClaims) {}

public class UnsupportedJwtException extends RuntimeException {
    public UnsupportedJwtException(String message) {
        super(message);
    }
}
