package guide

import "bytes"

// Where a line only says where the value is.

// sources say where a value is.
var sources = append([]string{"process.env", "os.environ", "import.meta.env", "env[", "$_env[", "/run/secrets/"}, variableReaders...)

// pointers do so, too, in a manifest or an annotation.
var pointers = []string{"secretkeyref", "secretref", "valuefrom:", "env_file:", `@value("${`}

// signers are given a secret to sign or to verify with, and do not give it back.
var signers = []string{"sign(", "verify(", "signedstring(", "signwith(", "jwt.encode(", "jwt.decode(", "createhmac(", "hmac256("}

// reads is what is good about a line, where that is sure: of one line only.
func reads(low, code []byte) *finding {
	if !bytes.Contains(bytes.TrimSpace(low), []byte("\n")) && given(code, printers...) == nil && (hasAny(low, pointers...) || fills(low) || signsOrAssigns(code)) {
		return &finding{"good", "This only says where the value comes from. The line itself gives nothing away.",
			"Then it depends on who can read that place: choose it above."}
	}
	return nil
}

// fills reports whether a line is nothing but a name and what a shell or a platform fills in:
// JWT_SECRET=$(cat file), or secret: ${{ secrets.JWT_SECRET }}.
func fills(low []byte) bool {
	low = bytes.TrimRight(bytes.TrimSpace(low), `",;`)
	for _, word := range []string{"- ", `"`, "export ", "local ", "readonly "} {
		low = bytes.TrimPrefix(low, []byte(word))
	}
	sign := bytes.IndexAny(low, "=:")
	if sign < 0 || !namesSecret(low) {
		return false
	}
	for _, c := range bytes.TrimRight(low[:sign], `" `) {
		if !letter(c) && c != '_' && c != '.' && c != '-' {
			return false
		}
	}
	value := bytes.TrimLeft(low[sign+1:], `" `)
	return len(value) > 1 && isFilled(value) && (value[0] == '`' || dollar(value) == len(value))
}

// signsOrAssigns reports whether each value that the line reads is given to a signer, or to a
// variable or an option.
func signsOrAssigns(code []byte) bool {
	rest := bytes.Clone(code)
	defer clear(rest)
	all := countSources(rest)
	for _, args := range given(rest, signers...) {
		for i := 0; i < len(args); i++ {
			if args[i] == '{' { // claims, which the token shows
				i += closing(args[i:]) - 1
				continue
			}
			args[i] = ' '
		}
	}
	left := countSources(rest)
	if left == 0 {
		return all > 0
	}
	for _, names := range [][]string{responders, requests, shellPrinters, shellRequests} {
		if given(rest, names...) != nil {
			return false
		}
	}
	kept := withoutCalls(rest)
	defer clear(kept)
	return countSources(kept) == left && countNames(kept) == countNames(rest) && !hasAny(kept, exposing...) && assignsSources(kept)
}

func countSources(code []byte) (n int) {
	for _, source := range sources {
		for range wordStarts(code, source) {
			n++
		}
	}
	return n
}

// exposing words stand in lines that hand a value on.
var exposing = []string{
	"document", "window", "location", "message", "innerhtml", "header", "cookie", "body", "url", "href", "props", "return ", "yield ",
	"env: {", "env:{", "publicruntime", "stringify(", "dumps(", "encodeuricomponent(",
}

// assignsSources reports whether what stands before each source is = or :, and perhaps the
// calls that it goes through.
func assignsSources(kept []byte) bool {
	for _, source := range sources {
		for at := range wordStarts(kept, source) {
			sign := bytes.LastIndexAny(kept[:at], "=:")
			if sign < 1 || bytes.IndexByte([]byte("=!<>"), kept[sign-1]) >= 0 {
				return false
			}
			between := kept[sign+1 : at]
			if key := bytes.TrimRight(kept[:sign], " "); endsWith(key, "'") || endsWith(key, `"`) { // 'key' => in PHP
				between = bytes.TrimPrefix(between, []byte(">"))
			}
			for _, c := range between {
				if !letter(c) && bytes.IndexByte([]byte(" ._()[]&*!\"'"), c) < 0 {
					return false
				}
			}
		}
	}
	return true
}
