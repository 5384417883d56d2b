package snippet

import (
	"strconv"
	"strings"

	"jwtsecret/app/secret"
)

// Terminal is a command that prints a new secret, for those who would rather not
// have it made by a website. It is one line, and prints one line.
type Terminal struct {
	ID       string   // "openssl"
	Name     string   // "OpenSSL, in any Unix shell"
	Language Language // [Shell] or [PowerShell]
	Command  string

	commands commands // for 32 bytes, by format
}

// Terminals returns a command per program that prints size random bytes in the
// format. The error is [secret.ErrSize] for a size outside of
// [secret.MinSize] to [secret.MaxSize], or [secret.ErrFormat] for another format
// than [secret.Base64URL], [secret.Base64] and [secret.HexLower].
func Terminals(size int, f secret.Format) ([]Terminal, error) {
	if size < secret.MinSize || size > secret.MaxSize {
		return nil, secret.ErrSize
	}
	if f != secret.Base64URL && f != secret.Base64 && f != secret.HexLower {
		return nil, secret.ErrFormat
	}
	number := strings.NewReplacer("32", strconv.Itoa(size))
	all := make([]Terminal, len(terminals))
	for i, t := range terminals {
		t.Command = number.Replace(t.commands[f])
		all[i] = t
	}
	return all, nil
}

// commands are one for each of the formats base64url, base64 and hex.
type commands [secret.HexLower + 1]string

// terminals are the commands for 32 bytes, by format. They contain no other 32.
var terminals = []Terminal{
	// openssl breaks base64 into lines of 64 characters, which tr takes out.
	{"openssl", "OpenSSL", Shell, "", commands{
		secret.Base64URL: `openssl rand -base64 32 | tr -d '\n=' | tr '+/' '-_'; echo`,
		secret.Base64:    `openssl rand -base64 32 | tr -d '\n'; echo`,
		secret.HexLower:  `openssl rand -hex 32`,
	}},
	{"node", "Node.js", Shell, "", commands{
		secret.Base64URL: `node -p "require('crypto').randomBytes(32).toString('base64url')"`,
		secret.Base64:    `node -p "require('crypto').randomBytes(32).toString('base64')"`,
		secret.HexLower:  `node -p "require('crypto').randomBytes(32).toString('hex')"`,
	}},
	{"python", "Python", Shell, "", commands{
		secret.Base64URL: `python3 -c "import secrets; print(secrets.token_urlsafe(32))"`,
		secret.Base64:    `python3 -c "import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())"`,
		secret.HexLower:  `python3 -c "import secrets; print(secrets.token_hex(32))"`,
	}},
	{"go", "Go", Shell, "", commands{
		secret.Base64URL: goStart + `base64` + goMiddle + `base64.RawURLEncoding` + goEnd,
		secret.Base64:    goStart + `base64` + goMiddle + `base64.StdEncoding` + goEnd,
		secret.HexLower:  goStart + `hex` + goMiddle + `hex` + goEnd,
	}},
	// Create and ToString work in Windows PowerShell 5.1 as well.
	{"powershell", "PowerShell", PowerShell, "", commands{
		secret.Base64URL: powerShellBytes + `[Convert]::ToBase64String($b).TrimEnd('=').Replace('+', '-').Replace('/', '_')`,
		secret.Base64:    powerShellBytes + `[Convert]::ToBase64String($b)`,
		secret.HexLower:  powerShellBytes + `-join ($b | ForEach-Object { $_.ToString('x2') })`,
	}},
	{"ruby", "Ruby", Shell, "", commands{
		secret.Base64URL: `ruby -rsecurerandom -e 'puts SecureRandom.urlsafe_base64(32)'`,
		secret.Base64:    `ruby -rsecurerandom -e 'puts SecureRandom.base64(32)'`,
		secret.HexLower:  `ruby -rsecurerandom -e 'puts SecureRandom.hex(32)'`,
	}},
	{"php", "PHP", Shell, "", commands{
		secret.Base64URL: `php -r 'echo rtrim(strtr(base64_encode(random_bytes(32)), "+/", "-_"), "="), "\n";'`,
		secret.Base64:    `php -r 'echo base64_encode(random_bytes(32)), "\n";'`,
		secret.HexLower:  `php -r 'echo bin2hex(random_bytes(32)), "\n";'`,
	}},
	{"java", "Java 17 or later", Shell, "", commands{
		secret.Base64URL: javaStart + `java.util.Base64.getUrlEncoder().withoutPadding().encodeToString` + javaEnd,
		secret.Base64:    javaStart + `java.util.Base64.getEncoder().encodeToString` + javaEnd,
		secret.HexLower:  javaStart + `java.util.HexFormat.of().formatHex` + javaEnd,
	}},
}

const powerShellBytes = `$b = [byte[]]::new(32); [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($b); `

// Go runs no program from standard input, so the command writes it to a folder of
// its own.
const (
	goStart  = `d=$(mktemp -d) && echo 'package main; import ("crypto/rand"; "encoding/`
	goMiddle = `"; "fmt"); func main() { b := make([]byte, 32); rand.Read(b); fmt.Println(`
	goEnd    = `.EncodeToString(b)) }' > "$d/main.go" && go run "$d/main.go"; rm -r "$d"`
)

// The JDK's jshell reads statements and prints nothing of its own.
const (
	javaStart = `echo 'var b = new byte[32]; new java.security.SecureRandom().nextBytes(b); System.out.println(`
	javaEnd   = `(b))' | jshell -s -`
)
