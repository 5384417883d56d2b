# Loads the snippets in a folder and does what each line asks: a snippet's name,
# "sign" or "verify", and claims or a token in base64.
use strict;
use warnings;
use Cwd qw(abs_path);
use JSON::PP qw(decode_json encode_json);
use MIME::Base64 qw(decode_base64 encode_base64);

$| = 1;
my $folder = abs_path($ARGV[0]);

sub answer {
    my ($name, $action, $text) = @_;
    local $SIG{__WARN__} = sub { };    # each snippet defines the same functions
    do "$folder/$name.pm" or die $@;
    return $action eq 'sign' ? Tokens::sign(decode_json($text)) : encode_json(Tokens::verify($text));
}

while (my $line = <STDIN>) {
    chomp $line;
    my ($name, $action, $text) = split /\t/, $line;
    my $result = eval { answer($name, $action, decode_base64($text)) };
    my $word = defined $result ? 'ok' : 'error';
    print "$word\t", encode_base64($result // $@, ''), "\n";
}
