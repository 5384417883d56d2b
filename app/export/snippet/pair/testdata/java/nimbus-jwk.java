package com.nimbusds.jose.jwk;

import java.text.ParseException;
import java.util.Map;

public record JWK(Map<String, Object> members) {
    public static JWK parse(String text) throws ParseException {
        return new JWK(standin.Json.parse(text));
    }

    public String getKeyID() {
        return (String) members.get("kid");
    }
}

public record JWKSet(JWK key) {}
