package token

import (
	"encoding/json"
	"path"
	"slices"
	"strings"
)

// inspectKeyID returns what the value of a "kid" looks like, or "". The patterns
// are chosen so that ids in common use pass: UUIDs, thumbprints, base64 (which
// may begin with a slash), URLs and DIDs.
func inspectKeyID(value json.RawMessage) Code {
	id, ok := text(value)
	switch lower := strings.ToLower(id); {
	case !ok:
		return KeyIDNotText
	case looksLikeSQL(lower):
		return KeyIDSQL
	case looksLikeCommand(lower):
		return KeyIDCommand
	case looksLikePath(lower):
		return KeyIDPath
	default:
		return ""
	}
}

// sqlWords are phrases that no id has by chance.
var sqlWords = pattern{text: `\b(union\s+(all\s+)?select|select\s.*\sfrom|(or|and)\s+\d+\s*=\s*\d+|drop\s+table|insert\s+into)\b|/\*|--\s*$`}

func looksLikeSQL(id string) bool {
	return strings.ContainsAny(id, `'"`) || strings.ContainsAny(id, " ;") && sqlWords.MatchString(id)
}

func looksLikeCommand(id string) bool {
	return strings.HasPrefix(id, "|") || strings.ContainsAny(id, "`;") || strings.Contains(id, "$(")
}

// roots begin the absolute paths that attackers know on every machine, and
// relative ones.
var roots = []string{
	"./", "~/", `\\`, "file:", "/etc/", "/dev/", "/proc/", "/sys/", "/var/", "/tmp/",
	"/usr/", "/opt/", "/home/", "/root/", "/app/", "/srv/", "/run/", "/bin/", "/mnt/", "c:",
}

// escapes lead out of a folder, or end a name before its end.
var escapes = []string{"../", `..\`, "..%2f", "%2e%2e", "%00", "\x00"}

func looksLikePath(id string) bool {
	if slices.ContainsFunc(roots, func(root string) bool { return strings.HasPrefix(id, root) }) ||
		slices.ContainsFunc(escapes, func(escape string) bool { return strings.Contains(id, escape) }) {
		return true
	}
	switch path.Ext(id) {
	case ".pem", ".key", ".pub", ".crt", ".cer", ".der", ".txt", ".css", ".js", ".json", ".jwk":
		return !strings.Contains(id, "://")
	default:
		return false
	}
}
