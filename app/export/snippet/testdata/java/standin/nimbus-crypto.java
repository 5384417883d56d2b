package com.nimbusds.jose.crypto;

public record MACSigner(byte[] key) {}
