package paste

import (
	"bytes"
	"slices"
	"strings"
)

// templates knows what stands for a secret and is none. The default of a template
// such as ${NAME:-default} is what a service uses when nobody sets another.
func templates(n *node) ([]step, Kind) {
	text := bytes.TrimSpace(n.Text)
	if inner, ok := between(text, "${", "}"); ok {
		if other, ok := defaultOf(inner); ok {
			return []step{{text: bytes.Clone(other), how: "the default of the template", used: true,
				remark: "The text is a template: where nobody sets the variable, its default is the secret, and everyone who reads the file knows it."}}, Placeholder
		}
	}
	lower := lowerBegin(text)
	defer clear(lower)
	if isTemplate(lower) || isReference(lower) || isGetter(text) || isVariable(text) || isPath(lower, n.Name) {
		return nil, Placeholder
	}
	return nil, Secret
}

// defaultOf returns what stands behind the name in a template: ${NAME:-default} in a
// shell and in Compose, ${NAME:default} in Spring.
func defaultOf(inner []byte) ([]byte, bool) {
	name, other, ok := bytes.Cut(inner, []byte{':'})
	if !ok || !isName(name) || len(other) == 0 || other[0] == '?' || other[0] == '+' {
		return nil, false
	}
	if other[0] == '-' || other[0] == '=' {
		other = other[1:]
	}
	return other, len(other) > 0
}

// placeholders knows texts that ask to be replaced, and those that say that they are
// not for production.
func placeholders(n *node) ([]step, Kind) {
	text := bytes.TrimSpace(n.Text)
	lower := lowerBegin(text)
	defer clear(lower)
	switch {
	case bytes.HasPrefix(lower, []byte("django-insecure-")):
		return nil, Unsafe
	case isAsking(lower), isFiller(text):
		return nil, Placeholder
	default:
		return nil, Secret
	}
}

// lowerBegin returns a text in lower case, and nothing of one that is longer than any
// placeholder. Package bytes would leave copies of it as it grows.
func lowerBegin(text []byte) []byte {
	if len(text) > 200 {
		return nil
	}
	lower := bytes.Clone(text)
	for i, b := range lower {
		if b >= 'A' && b <= 'Z' {
			lower[i] = b | 0x20
		}
	}
	return lower
}

// isTemplate asks for the whole text: a bracket at one end alone may be chance.
func isTemplate(text []byte) bool {
	for _, pair := range [][2]string{{"<", ">"}, {"${", "}"}, {"{{", "}}"}, {"${{", "}}"}, {"$(", ")"}, {"%{", "}"}, {"#{", "}"}, {"[[", "]]"}, {"<%", "%>"}, {"__", "__"}, {"%", "%"}} {
		if len(text) > len(pair[0])+len(pair[1]) && bytes.HasPrefix(text, []byte(pair[0])) && bytes.HasSuffix(text, []byte(pair[1])) {
			inner := text[len(pair[0]) : len(text)-len(pair[1])]
			plain := "abcdefghijklmnopqrstuvwxyz0123456789_-. " // with one mark at each end, chance would write more of them
			if len(pair[0]) > 1 {
				plain += `:/|,()'?$[]="`
			}
			if len(bytes.Trim(inner, plain)) == 0 && bytes.ContainsAny(inner, "abcdefghijklmnopqrstuvwxyz") {
				return true
			}
		}
	}
	begin, cut := bytes.CutSuffix(text, []byte("…"))
	if !cut {
		begin, cut = bytes.CutSuffix(text, []byte("..."))
	}
	return cut && len(bytes.Trim(begin, "abcdefghijklmnopqrstuvwxyz0123456789_-+/")) == 0
}

// isReference knows the addresses of stores that hold the secret itself, and the names
// by which files refer to each other. The beginnings are so long, or what must follow
// is so plain, that no random text is one.
func isReference(text []byte) bool {
	for _, space := range []string{"var.", "local.", "data.", "module.", "random_password.", "random_id.", "random_string."} { // of Terraform
		if name, ok := bytes.CutPrefix(text, []byte(space)); ok && isName(name) && bytes.Count(name, []byte{'.'})+bytes.Count(name, []byte{'_'}) > 0 {
			return true
		}
	}
	for _, object := range []string{"rails.application.credentials", "rails.application.secrets", "settings", "config", "app.config", "env", "import.meta.env", "secrets", "credentials", "$_env", "$_server"} {
		rest, ok := bytes.CutPrefix(text, []byte(object))
		if !ok {
			continue
		}
		if member, ok := bytes.CutPrefix(rest, []byte{'.'}); ok && isName(member) && bytes.ContainsAny(member, "._") {
			return true
		}
		if index, ok := between(rest, "[", "]"); ok && isName(bytes.Trim(index, `"':`)) {
			return true
		}
	}
	for _, scheme := range []string{"op://", "sm://", "ssm:/", "vault:", "ref+vault:", "ref+awsssm:", "ref+gcpsecrets:", "!ref ", "!sub "} {
		if path, ok := bytes.CutPrefix(text, []byte(scheme)); ok && len(bytes.Trim(path, "abcdefghijklmnopqrstuvwxyz0123456789_-./#:")) == 0 {
			return true
		}
	}
	return slices.ContainsFunc([]string{
		"enc[aes256", "$ansible_vault", "arn:aws:secretsmanager", "arn:aws:ssm", "@microsoft.keyvault(", "secretref:", "keyvaultref:", "doppler://", "infisical://",
		"projects/", "!getatt ", "awssm://", "gcpsm://", "process.env", "os.environ", "file:///", "!secret ",
	}, func(prefix string) bool { return bytes.HasPrefix(text, []byte(prefix)) })
}

// isVariable knows $JWT_SECRET, which a shell replaces and most readers of .env do, too.
func isVariable(text []byte) bool {
	name, ok := bytes.CutPrefix(text, []byte{'$'})
	return ok && len(name) > 5 && bytes.IndexByte(name, '_') > 0 && len(bytes.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")) == 0
}

// isPath knows where files with secrets lie. What has only the ending of one must stand
// in a variable that says so, such as JWT_KEY_FILE.
func isPath(text []byte, name string) bool {
	if len(bytes.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789_-./~")) > 0 {
		return false
	}
	begins := slices.ContainsFunc([]string{"./", "../", "~/", "/run/", "/etc/", "/var/", "/mnt/", "/home/", "/secrets/", "/vault/"}, func(begin string) bool {
		return len(text) > len(begin) && bytes.HasPrefix(text, []byte(begin))
	})
	last := lastWord(name)
	return begins || (last == "file" || last == "path") && slices.ContainsFunc([]string{".key", ".pem", ".txt", ".secret", ".jwk", ".json"}, func(end string) bool {
		return bytes.HasSuffix(text, []byte(end))
	})
}

// askings are long enough that chance never writes them: one of eight characters
// stands in 64 random ones of base64 once in 10^11 times.
var askings = []string{
	"changeme", "change-me", "change_me", "change me", "changethis", "change-this", "change_this", "change this", "changeit", "change_it", "change-it",
	"replaceme", "replace-me", "replace_me", "replace me", "replace-this", "replace_this", "replace this", "replace with", "replace-with", "replace_with", "placeholder",
	"insert-", "insert_your", "insert your", "enter-your", "enter_your", "enter your", "put-your", "put_your", "put your", "add-your", "add_your", "your-secret", "your_secret", "your secret", "yoursecret",
	"your-jwt", "your_jwt", "your jwt", "your-key", "your_key", "your-256", "your-super", "your_super", "-here", "_here", "-goes-here", "generate-a", "generate_a", "generate a", "generate with", "openssl rand",
	"do-not-use", "do_not_use", "donotuse", "not-for-production", "not_for_production", "in-production", "in_production", "in production",
}

func isAsking(text []byte) bool {
	return slices.ContainsFunc(askings, func(asking string) bool {
		if len(asking) < 8 { // such as "-here": only at the end
			return bytes.HasSuffix(text, []byte(asking)) && !bytes.ContainsAny(text, "0123456789")
		}
		return bytes.Contains(text, []byte(asking))
	})
}

// isFiller reports whether one character fills the text, as xxxx and **** do.
func isFiller(text []byte) bool {
	return len(text) > 3 && strings.IndexByte("xX*.#?-_", text[0]) >= 0 && len(bytes.Trim(text, string(text[:1]))) == 0
}

// hashSchemes are how password hashes begin, with their least length in bytes: those
// of crypt(3), of PHC strings, of LDAP (RFC 2307 §5.3) and of Django.
var hashSchemes = []struct {
	begin string
	least int
}{
	{"$2a$", 59}, {"$2b$", 59}, {"$2x$", 59}, {"$2y$", 59}, {"$argon2id$", 40}, {"$argon2i$", 40}, {"$argon2d$", 40}, {"$scrypt$", 40}, {"$pbkdf2", 30},
	{"$1$", 26}, {"$apr1$", 28}, {"$5$", 45}, {"$6$", 88}, {"$y$", 50}, {"$7$", 50}, {"$gy$", 50},
	{"{ssha", 30}, {"{sha}", 30}, {"{crypt}", 18}, {"{bcrypt}", 60}, {"{md5}", 20},
	{"pbkdf2_sha", 40}, {"bcrypt_sha256$", 60}, {"scrypt:", 40}, {"pbkdf2:sha", 40}, {"argon2$", 40},
}

// passwordHash knows hashes that were made to compare passwords with.
func passwordHash(n *node) ([]step, Kind) {
	for _, h := range hashSchemes {
		if len(n.Text) >= h.least && len(n.Text) < 400 && bytes.EqualFold(n.Text[:len(h.begin)], []byte(h.begin)) {
			return nil, PasswordHash
		}
	}
	return nil, Secret
}
