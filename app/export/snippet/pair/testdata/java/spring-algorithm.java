package org.springframework.security.oauth2.jose.jws;

public enum SignatureAlgorithm { RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512 }
