<?php
declare(strict_types=1);

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

final class Tokens
{
    private string $key;

    public function __construct()
    {
        $text = (string) getenv('JWT_SECRET');
        $this->key = $text; //@ utf-8
        $this->key = ctype_xdigit($text) ? (string) hex2bin($text) : ''; //@ hex
        $this->key = (string) base64_decode($text, true); //@ base64
        $this->key = (string) base64_decode(strtr($text, '-_', '+/'), true); //@ base64url
        if (strlen($this->key) < 32) {
            throw new RuntimeException('JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)');
        }
    }

    public function sign(array $claims): string
    {
        return JWT::encode(['exp' => time() + 15 * 60] + $claims, $this->key, 'HS256');
    }

    /** Throws unless the signature is right, by this algorithm, and the token has not expired. */
    public function verify(string $token): array
    {
        return (array) JWT::decode($token, new Key($this->key, 'HS256'));
    }
}
