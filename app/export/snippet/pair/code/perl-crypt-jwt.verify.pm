package Tokens;
use strict;
use warnings;
use Crypt::JWT qw(decode_jwt);
use HTTP::Tiny;
use JSON qw(decode_json);

my $http = HTTP::Tiny->new(timeout => 5, verify_SSL => 1);
my ($keys, $fetched) = (undef, 0);

# The key set, fetched anew when it is five minutes old.
sub keys_now {
    if (time - $fetched > 300) {
        my $answer = $http->get('https://issuer.example/.well-known/jwks.json');
        die "the key set cannot be fetched: status $answer->{status}\n" unless $answer->{success};
        ($keys, $fetched) = (decode_json($answer->{content}), time);
    }
    return $keys;
}

# Dies unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
sub verify {
    my ($token) = @_;
    return decode_jwt(
        token        => $token,
        kid_keys     => keys_now(),
        accepted_alg => 'ES256',
        verify_iss   => 'https://issuer.example',
        verify_aud   => 'https://api.example',
        verify_exp   => 1,
    );
}

1;
