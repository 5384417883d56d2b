<?php
// Takes the place of firebase/php-jwt, of Guzzle and of Symfony's cache, which no package
// manager at hand has: the classes and functions that the snippets call, as their
// documentation describes them. Not those libraries' code.

namespace GuzzleHttp {
    final class Client
    {
        public function __construct(public array $options)
        {
        }
    }
}

namespace GuzzleHttp\Psr7 {
    final class HttpFactory
    {
    }
}

namespace Symfony\Component\Cache\Adapter {
    final class FilesystemAdapter
    {
    }
}

namespace Firebase\JWT {
    use ArrayAccess;
    use Exception;
    use GuzzleHttp\Client;
    use GuzzleHttp\Psr7\HttpFactory;
    use LogicException;
    use OpenSSLAsymmetricKey;
    use stdClass;
    use Symfony\Component\Cache\Adapter\FilesystemAdapter;

    final class CachedKeySet implements ArrayAccess
    {
        private array $keys = [];

        public function __construct(string $address, Client $client, HttpFactory $factory, FilesystemAdapter $cache, int $seconds, bool $limit)
        {
            foreach (json_decode(file_get_contents($address), true)['keys'] as $key) {
                $this->keys[$key['kid']] = $key;
            }
        }

        public function offsetExists($id): bool
        {
            return isset($this->keys[$id]);
        }

        public function offsetGet($id): array
        {
            return $this->keys[$id] ?? throw new Exception('Key ID not found');
        }

        public function offsetSet($id, $key): void
        {
            throw new LogicException('not to be set');
        }

        public function offsetUnset($id): void
        {
            throw new LogicException('not to be unset');
        }
    }

    final class JWT
    {
        public static function encode(array $payload, string|OpenSSLAsymmetricKey $key, string $algorithm, string $keyId): string
        {
            $header = ['typ' => 'JWT', 'alg' => $algorithm, 'kid' => $keyId];
            $input = self::text(json_encode($header)) . '.' . self::text(json_encode($payload, JSON_UNESCAPED_SLASHES));
            if ($algorithm === 'EdDSA') {
                return $input . '.' . self::text(sodium_crypto_sign_detached($input, base64_decode($key)));
            }
            openssl_sign($input, $signature, $key, 'SHA' . substr($algorithm, 2)) || throw new Exception('cannot sign');
            return $input . '.' . self::text($algorithm[0] === 'E' ? self::raw($signature, self::size($algorithm)) : $signature);
        }

        public static function decode(string $jwt, CachedKeySet $keys, stdClass &$header): stdClass
        {
            [$head, $body, $signature] = explode('.', $jwt);
            $header = json_decode(self::urlsafeB64Decode($head));
            $key = $keys[$header->kid];
            if ($key['alg'] !== $header->alg) {
                throw new Exception('Incorrect key for this algorithm');
            }
            if (!self::fits("$head.$body", self::urlsafeB64Decode($signature), $key)) {
                throw new Exception('Signature verification failed');
            }
            $claims = json_decode(self::urlsafeB64Decode($body));
            if (isset($claims->exp) && time() >= $claims->exp) {
                throw new Exception('Expired token');
            }
            return $claims;
        }

        public static function urlsafeB64Decode(string $text): string
        {
            return base64_decode(strtr($text, '-_', '+/'));
        }

        private static function fits(string $input, string $signature, array $key): bool
        {
            $part = fn (string $name): string => self::urlsafeB64Decode($key[$name]);
            if ($key['alg'] === 'EdDSA') {
                return strlen($signature) === 64 && sodium_crypto_sign_verify_detached($signature, $input, $part('x'));
            }
            if ($key['kty'] === 'RSA') {
                $public = self::spki('300d06092a864886f70d0101010500', self::sequence(self::integer($part('n')) . self::integer($part('e'))));
            } else {
                $curve = ['ES256' => '301306072a8648ce3d020106082a8648ce3d030107', 'ES384' => '301006072a8648ce3d020106052b81040022'];
                $public = self::spki($curve[$key['alg']], "\x04" . $part('x') . $part('y'));
                $half = self::size($key['alg']);
                $signature = self::sequence(self::integer(substr($signature, 0, $half)) . self::integer(substr($signature, $half)));
            }
            return openssl_verify($input, $signature, $public, 'SHA' . substr($key['alg'], 2)) === 1;
        }

        private static function size(string $algorithm): int
        {
            return (int) substr($algorithm, 2) / 8;
        }

        /** The two numbers of an ECDSA signature in DER, each of so many bytes. */
        private static function raw(string $der, int $size): string
        {
            $first = ord($der[3]);
            $numbers = [substr($der, 4, $first), substr($der, 6 + $first)];
            return implode('', array_map(fn ($n) => str_pad(ltrim($n, "\0"), $size, "\0", STR_PAD_LEFT), $numbers));
        }

        private static function spki(string $algorithm, string $key): string
        {
            $der = self::sequence(hex2bin($algorithm) . self::tagged("\x03", "\0" . $key));
            return "-----BEGIN PUBLIC KEY-----\n" . chunk_split(base64_encode($der), 64) . '-----END PUBLIC KEY-----';
        }

        private static function sequence(string $content): string
        {
            return self::tagged("\x30", $content);
        }

        private static function integer(string $number): string
        {
            $number = ltrim($number, "\0");
            return self::tagged("\x02", ord($number[0] ?? "\x80") & 0x80 ? "\0" . $number : $number);
        }

        private static function tagged(string $tag, string $content): string
        {
            $length = strlen($content);
            return $tag . ($length < 0x80 ? chr($length) : "\x82" . pack('n', $length)) . $content;
        }

        private static function text(string $bytes): string
        {
            return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
        }
    }
}
