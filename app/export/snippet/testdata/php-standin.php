<?php
// Takes the place of firebase/php-jwt, which no package manager at hand has: the
// two functions and the class that the snippet calls, as its README describes
// them. Not that library's code.

namespace Firebase\JWT;

use Exception;

final class Key
{
    public function __construct(public string $material, public string $algorithm)
    {
    }
}

final class JWT
{
    public static function encode(array $payload, string $key, string $algorithm): string
    {
        $input = self::text(json_encode(['typ' => 'JWT', 'alg' => $algorithm])) . '.' . self::text(json_encode($payload));
        return $input . '.' . self::text(self::mac($input, $key, $algorithm));
    }

    public static function decode(string $jwt, Key $key): object
    {
        [$header, $payload, $signature] = explode('.', $jwt);
        if (json_decode(self::bytes($header))->alg !== $key->algorithm) {
            throw new Exception('Incorrect key for this algorithm');
        }
        if (!hash_equals(self::mac("$header.$payload", $key->material, $key->algorithm), self::bytes($signature))) {
            throw new Exception('Signature verification failed');
        }
        $claims = json_decode(self::bytes($payload));
        if (isset($claims->exp) && time() >= $claims->exp) {
            throw new Exception('Expired token');
        }
        return $claims;
    }

    private static function mac(string $input, string $key, string $algorithm): string
    {
        return hash_hmac('sha' . substr($algorithm, 2), $input, $key, true);
    }

    private static function text(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }

    private static function bytes(string $text): string
    {
        return base64_decode(strtr($text, '-_', '+/'));
    }
}
