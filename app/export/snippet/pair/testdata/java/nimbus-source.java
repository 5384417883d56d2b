package com.nimbusds.jose.jwk.source;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URL;

public record ImmutableJWKSet<C extends SecurityContext>(JWKSet set) {}

public record JWKSource<C extends SecurityContext>(URL address) {}

public record JWKSourceBuilder<C extends SecurityContext>(URL address) {
    public static <C extends SecurityContext> JWKSourceBuilder<C> create(URL address) {
        return new JWKSourceBuilder<>(address);
    }

    public JWKSource<C> build() {
        return new JWKSource<>(address);
    }
}
