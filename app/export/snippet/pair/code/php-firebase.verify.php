<?php
declare(strict_types=1);

use Firebase\JWT\CachedKeySet;
use Firebase\JWT\JWT;
use GuzzleHttp\Client;
use GuzzleHttp\Psr7\HttpFactory;
use Symfony\Component\Cache\Adapter\FilesystemAdapter;

final class Tokens
{
    private CachedKeySet $keys;

    /** The key set is kept for five minutes; an unknown kid has it fetched again, but not often. */
    public function __construct()
    {
        $this->keys = new CachedKeySet(
            'https://issuer.example/.well-known/jwks.json',
            new Client(['timeout' => 5]),
            new HttpFactory(),
            new FilesystemAdapter(),
            300,
            true,
        );
    }

    /** Throws unless the signature is right, by this algorithm, and the token is meant for us and has not expired. */
    public function verify(string $token): array
    {
        $header = new stdClass();
        $claims = (array) JWT::decode($token, $this->keys, $header);
        if ($header->alg !== 'ES256'
            || ($claims['iss'] ?? '') !== 'https://issuer.example'
            || !in_array('https://api.example', (array) ($claims['aud'] ?? []), true)
            || !isset($claims['exp'])) {
            throw new UnexpectedValueException('the token is not for us');
        }
        return $claims;
    }
}
