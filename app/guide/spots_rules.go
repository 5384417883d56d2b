package guide

import (
	"bytes"
	"slices"
)

// finding is what a rule says of a line.
type finding struct {
	state         string // "bad", "open" or "good"
	says, instead string
}

// lineRule explains one habit. It gets the line in small letters, and what [codeOf] leaves of
// it, and returns nothing where it does not fit.
type lineRule func(low, code []byte) *finding

var lineRules = []lineRule{
	publicName, dockerfile, buildArgument, copied, added, printed, sent, fallback, literal,
	traced, fromLiteral, manifest, runWith, exported, assigned,
}

// longestLine is in bytes. A longer text is no line that somebody typed.
const longestLine = 4000

// findings returns what the rules say of a line: what gives the secret away, or else what
// depends, or else what is good. It keeps nothing of the line.
func findings(line []byte) (found []finding) {
	if len(line) > longestLine {
		return nil
	}
	low := bytes.ToLower(line)
	code := codeOf(low)
	defer clear(low)
	defer clear(code)
	for _, rule := range lineRules {
		if f := rule(low, code); f != nil {
			found = append(found, *f)
		}
	}
	for _, state := range []string{"bad", "open"} {
		var these []finding
		for _, f := range found {
			if f.state == state {
				these = append(these, f)
			}
		}
		if these != nil {
			return these[:min(len(these), 2)]
		}
	}
	if f := reads(low, code); f != nil {
		return []finding{*f}
	}
	return nil
}

// publicPrefixes begin the names of variables that a tool writes into what visitors download:
// Next.js, Vite, Create React App, Expo, Nuxt, the Vue CLI, SvelteKit and Astro.
var publicPrefixes = []string{"next_public_", "vite_", "react_app_", "expo_public_", "nuxt_public_", "vue_app_", "public_"}

func publicName(low, _ []byte) *finding {
	for _, prefix := range publicPrefixes {
		at := wordStart(low, prefix)
		if at < 0 {
			continue
		}
		name := string(bytes.ToUpper([]byte(prefix)))
		switch secret := isSecretName(wordOf(low[at+len(prefix):])); {
		case secret:
			return &finding{"bad", "Everyone gets it: what begins with " + name + " is written into the JavaScript that visitors download.",
				"Read it on the server, under a name without that beginning. If it was ever built in, make a new secret."}
		case prefix != "public_": // a usual beginning of other names, too
			return &finding{"open", "What begins with " + name + " is written into the JavaScript that visitors download.",
				"Fine for an address. Never for a secret."}
		}
	}
	return nil
}

func dockerfile(low, _ []byte) *finding {
	if !beginsWith(low, "env ", "arg ") || !slices.ContainsFunc(bytes.Fields(low), func(word []byte) bool { return isSecretName(wordOf(word)) }) {
		return nil
	}
	return &finding{"bad", "In a Dockerfile, this puts the value into the image: docker history prints it, also that of an ARG.",
		"For the build, RUN --mount=type=secret. To run, set it when the container starts."}
}

func buildArgument(low, _ []byte) *finding {
	if !bytes.Contains(low, []byte("--build-arg")) || !namesSecret(after(low, "--build-arg")) {
		return nil
	}
	return &finding{"bad", "Build arguments stay in the image's history, for anyone who has the image.",
		"docker build --secret, and RUN --mount=type=secret in the Dockerfile."}
}

func copied(low, _ []byte) *finding {
	words := bytes.Fields(low)
	if !beginsWith(low, "copy ", "add ") || len(words) < 3 {
		return nil
	}
	switch from := words[1 : len(words)-1]; {
	case hasWord(from, ".env"):
		return &finding{"bad", "The file becomes part of the image, for anyone who has the image.", "Hand it over when the container starts."}
	case hasWord(from, ".") && !bytes.Contains(low, []byte("--from")):
		return &finding{"open", "This copies everything that .dockerignore does not name: also .env, and .git with its history.",
			"Put .env and .git into .dockerignore."}
	}
	return nil
}

func added(low, _ []byte) *finding {
	words := bytes.Fields(low)
	switch {
	case !bytes.Contains(low, []byte("git add")):
		return nil
	case hasWord(words, ".env"):
		return &finding{"bad", "Once it is committed and pushed, it is in every clone, for good.",
			"Put .env into .gitignore before it has anything in it. If it was pushed, make a new secret."}
	case hasWord(words, ".") || hasWord(words, "-a") || hasWord(words, "--all"):
		return &finding{"open", "This adds everything that .gitignore does not name, such as a .env that was forgotten there.",
			"Name the files, or look at git status before the commit."}
	}
	return nil
}

func fallback(low, code []byte) *finding {
	read := startsAny(code, sources...) && (hasDefault(low, "environ.get(", "getenv(", "env.fetch(", " env(") || orQuoted(low))
	if !read && !hasInnerDefault(low) || !namesSecret(low) || given(code, printers...) != nil || given(code, shellPrinters...) != nil {
		return nil
	}
	return &finding{"bad", "Where the variable is missing, the service signs with a secret that stands in the code.",
		"Stop with an error where it is missing: no service is better than one that anybody can log in to."}
}

func literal(low, _ []byte) *finding {
	if !assignsLiteral(low) && !signsWithLiteral(low) {
		return nil
	}
	return &finding{"bad", "If this is the real secret, it is in the code, and so in every clone and every old commit.",
		"Read it from the environment or from a file, and make a new one."}
}

func fromLiteral(low, _ []byte) *finding {
	if !bytes.Contains(low, []byte("--from-literal")) {
		return nil
	}
	const instead = "Apply a manifest from a file that only you can read: the generator writes one."
	if _, value, _ := bytes.Cut(after(low, "--from-literal="), []byte("=")); isFilled(value) {
		return &finding{"bad", "While the command runs, others on this machine can see the value in the list of processes.", instead}
	}
	return &finding{"bad", "The value stays in your shell's history, and others on this machine can see it in the list of processes meanwhile.", instead}
}

func manifest(low, _ []byte) *finding {
	if !hasAny(low, "kind: secret", "| base64", "|base64") || hasAny(low, "openssl rand", "urandom") { // a new one
		return nil
	}
	return &finding{"open", "Base64 is a spelling, no encryption: whoever reads the text has the secret.",
		"Keep such a file out of Git, or encrypt it before."}
}

func runWith(low, _ []byte) *finding {
	if !hasAny(low, "docker run", "podman run") {
		return nil
	}
	for _, flag := range []string{"-e ", "--env ", "--env="} {
		for at := range wordStarts(low, flag) {
			variable := bytes.TrimLeft(low[at+len(flag):], " \"'")
			name := wordOf(variable)
			value, hasValue := bytes.CutPrefix(variable[len(name):], []byte("="))
			switch {
			case !isSecretName(name):
			case !hasValue:
				return &finding{"open", "The line has only the name. docker inspect shows the value as long as the container exists.",
					"Mount a file, if others may use docker there."}
			case isFilled(value):
				return &finding{"bad", "While docker run runs, the list of processes shows the value, and docker inspect as long as the container exists.",
					"Mount a file, or at least leave out the = and what follows: docker takes the value from its own environment."}
			default:
				return &finding{"bad", "The value stays in your shell's history, and docker inspect shows it as long as the container exists.",
					"Mount a file, or at least take --env-file."}
			}
		}
	}
	return nil
}

func exported(low, _ []byte) *finding {
	for _, begin := range []string{"export ", "set -gx ", "setx "} {
		rest, ok := bytes.CutPrefix(bytes.TrimSpace(low), []byte(begin))
		name := wordOf(rest)
		value := bytes.TrimLeft(rest[len(name):], "= ")
		if ok && isSecretName(name) && len(value) > 0 && !isFilled(value) && bytes.IndexByte([]byte("(&;"), value[0]) < 0 {
			return &finding{"open", "Typed at a prompt, the line stays in the shell's history.", "read -rs JWT_SECRET && export JWT_SECRET asks for it instead."}
		}
	}
	return nil
}

func assigned(low, _ []byte) *finding {
	low = bytes.TrimLeft(low, " \t\n")
	name := wordOf(low)
	value, ok := bytes.CutPrefix(low[len(name):], []byte("="))
	if !ok || !isSecretName(name) || isFilled(value) || len(value) == 0 || value[0] == ' ' || value[0] == '=' {
		return nil
	}
	return &finding{"open", "It depends on where this stands. In a .env file it is as safe as the file; before a command it stays in the shell's history.",
		"Keep the file out of Git and out of the image, and readable for its user alone."}
}
