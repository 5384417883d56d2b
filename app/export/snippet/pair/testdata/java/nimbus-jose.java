package com.nimbusds.jose;

import java.util.*;

public enum JWSAlgorithm { RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 }

public enum JOSEObjectType { JWT }

public record JWSHeader(Map<String, Object> members) {
    public static final class Builder {
        private final Map<String, Object> members = new LinkedHashMap<>();

        public Builder(JWSAlgorithm algorithm) {
            members.put("alg", algorithm.name());
        }

        public Builder type(JOSEObjectType type) {
            members.put("typ", type.name());
            return this;
        }

        public Builder keyID(String id) {
            members.put("kid", id);
            return this;
        }

        public JWSHeader build() {
            return new JWSHeader(members);
        }
    }
}

public interface JWSSigner {
    String sign(JWSHeader header, Map<String, Object> claims);
}

public class JOSEException extends Exception {}
