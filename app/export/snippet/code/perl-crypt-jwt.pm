package Tokens;
use strict;
use warnings;
use Crypt::JWT qw(decode_jwt encode_jwt);
use MIME::Base64 qw(decode_base64); #@ base64
use MIME::Base64 qw(decode_base64url); #@ base64url

my $text = $ENV{JWT_SECRET} // '';
die "JWT_SECRET is not hexadecimal\n" if $text !~ /^([0-9a-f]{2})*\z/i; #@ hex
die "JWT_SECRET is not base64\n" if $text !~ m{^[A-Za-z0-9+/]*=*\z}; #@ base64
die "JWT_SECRET is not base64url\n" if $text !~ /^[\w-]*\z/a; #@ base64url
my $key = $text; #@ utf-8
my $key = pack 'H*', $text; #@ hex
my $key = decode_base64($text); #@ base64
my $key = decode_base64url($text); #@ base64url
die "JWT_SECRET holds less than the 32 bytes that HS256 needs (RFC 7518, section 3.2)\n" if length $key < 32;

sub sign {
    my ($claims) = @_;
    return encode_jwt(payload => $claims, key => $key, alg => 'HS256', relative_exp => 15 * 60);
}

# Dies unless the signature is right, by this algorithm, and the token has not expired.
sub verify {
    my ($token) = @_;
    return decode_jwt(token => $token, key => $key, accepted_alg => 'HS256', verify_exp => 1);
}

1;
