package com.nimbusds.jose;

public enum JWSAlgorithm { HS256, HS384, HS512 }

public record JWSHeader(JWSAlgorithm algorithm) {}

public class JOSEException extends Exception {}
