<?php
declare(strict_types=1);

use Firebase\JWT\JWT;

final class Tokens
{
    private OpenSSLAsymmetricKey $key; //@ RS ES
    private string $key; //@ EdDSA
    private string $keyId;

    /** JWT_PRIVATE_KEY_FILE names private.pem, which stays on the server that issues tokens. */ //@ RS ES
    /** JWT_PRIVATE_JWK is one line, with its kid. It stays on the server that issues tokens. */ //@ EdDSA
    public function __construct()
    {
        $key = openssl_pkey_get_private((string) file_get_contents((string) getenv('JWT_PRIVATE_KEY_FILE'))); //@ RS ES
        $this->key = $key ?: throw new RuntimeException('JWT_PRIVATE_KEY_FILE holds no private key'); //@ RS ES
        $this->keyId = (string) getenv('JWT_KEY_ID'); //@ RS ES
        $jwk = json_decode((string) getenv('JWT_PRIVATE_JWK'), true, 2, JSON_THROW_ON_ERROR); //@ EdDSA
        $this->keyId = $jwk['kid']; //@ EdDSA
        // Both parts in base64, as libsodium has them. //@ EdDSA
        $this->key = base64_encode(JWT::urlsafeB64Decode($jwk['d']) . JWT::urlsafeB64Decode($jwk['x'])); //@ EdDSA
    }

    public function sign(array $claims): string
    {
        $ours = [
            'iss' => 'https://issuer.example',
            'aud' => 'https://api.example',
            'iat' => time(),
            'exp' => time() + 15 * 60,
        ];
        return JWT::encode($ours + $claims, $this->key, 'ES256', $this->keyId);
    }
}
