<?php
// Loads one of the snippets in a folder and does what each line asks: the
// snippet's name, "sign" or "verify", and claims or a token in base64. Every
// snippet defines the same class, so a process can load one only. What takes the
// library's place comes after the folder.

require $argv[2];

function answer(string $name, string $action, string $text): string
{
    global $argv;
    require_once "$argv[1]/$name.php";
    $tokens = new Tokens();
    return $action === 'sign' ? $tokens->sign(json_decode($text, true)) : json_encode($tokens->verify($text));
}

while (($line = fgets(STDIN)) !== false) {
    [$name, $action, $text] = explode("\t", rtrim($line, "\n"));
    try {
        [$word, $result] = ['ok', answer($name, $action, base64_decode($text))];
    } catch (Throwable $e) {
        [$word, $result] = ['error', $e->getMessage()];
    }
    echo $word, "\t", base64_encode($result), "\n";
}
