package Tokens;
use strict;
use warnings;
use Crypt::JWT qw(encode_jwt);
use JSON qw(decode_json);

# One line, with its kid. It stays on the server that issues tokens.
my $key = decode_json($ENV{JWT_PRIVATE_JWK});

sub sign {
    my ($claims) = @_;
    my $ours = { iss => 'https://issuer.example', aud => 'https://api.example' };
    return encode_jwt(
        payload       => { %$claims, %$ours },
        key           => $key,
        alg           => 'ES256',
        extra_headers => { kid => $key->{kid}, typ => 'JWT' },
        auto_iat      => 1,
        relative_exp  => 15 * 60,
    );
}

1;
