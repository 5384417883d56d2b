package com.nimbusds.jose.jwk.source;

import com.nimbusds.jose.proc.SecurityContext;

public record ImmutableSecret<C extends SecurityContext>(byte[] key) {
    public ImmutableSecret(javax.crypto.SecretKey key) {
        this(key.getEncoded());
    }
}
