package org.springframework.security.oauth2.jose.jws;

public enum MacAlgorithm { HS256, HS384, HS512 }
