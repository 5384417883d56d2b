package guide

import "bytes"

// finding is what a rule says of a line.
type finding struct {
	state         string // "bad", "open" or "good"
	says, instead string
}

// lineRule explains one habit. It gets the line in small letters, and the same without what
// stands in quotes, and returns nothing where it does not fit.
type lineRule func(low, bare []byte) *finding

var lineRules = []lineRule{
	publicName, dockerfile, buildArgument, copied, added, printed, fallback, literal,
	fromLiteral, manifest, runWith, exported, assigned,
}

// findings returns what the rules say of a line: what gives the secret away, or else what
// depends, or else what is good. It keeps nothing of the line.
func findings(line []byte) (found []finding) {
	low := bytes.ToLower(line)
	bare := withoutQuoted(low)
	defer clear(low)
	defer clear(bare)
	for _, rule := range lineRules {
		if f := rule(low, bare); f != nil {
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
	if f := reads(low); f != nil {
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
	if !beginsWith(low, "env ", "arg ") || !isSecretName(low) {
		return nil
	}
	return &finding{"bad", "In a Dockerfile, this puts the value into the image: docker history prints it, also that of an ARG.",
		"For the build, RUN --mount=type=secret. To run, set it when the container starts."}
}

func buildArgument(low, _ []byte) *finding {
	if !bytes.Contains(low, []byte("--build-arg")) || !isSecretName(after(low, "--build-arg")) {
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

// printers write to a log or a screen.
var printers = []string{
	"console.", "print(", "println", "printf", "log.", "logger.", "logging.", "log(", "var_dump(", "print_r(", "dump(", "echo ", "puts ",
}

func printed(low, bare []byte) *finding {
	all := bytes.Contains(low, []byte("printenv")) || bytes.Contains(low, []byte("phpinfo("))
	if startsAny(bare, printers...) && !hasAny(bare, " | ", " > ", ">>") {
		all = all || alone(bare, "process.env", ".[") || alone(bare, "os.environ", ".[") || hasAny(bare, "$_env", "$_server", "os.environ()")
		if !all && isSecretName(bare) {
			return &finding{"bad", "This writes the secret into a log, where it stays, and where others read.",
				"Log that it is set, and perhaps its length. Never the value."}
		}
	}
	if !all {
		return nil
	}
	return &finding{"bad", "This prints the whole environment, with every secret in it, to a log or a page.",
		"Print the names that you need, or take the line out."}
}

func fallback(low, _ []byte) *finding {
	script := hasAny(low, "process.env", "import.meta.env") && (followedByQuote(low, "||") || followedByQuote(low, "??"))
	shell := hasAny(low, "${") && hasAny(low, ":-")
	if !script && !shell && !hasDefault(low, "environ.get(", "getenv(", "env.fetch(") || !isSecretName(low) {
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
	return &finding{"bad", "The value stays in your shell's history, and others on this machine can see it in the list of processes meanwhile.",
		"Apply a manifest from a file that only you can read: the generator writes one."}
}

func manifest(low, _ []byte) *finding {
	if !hasAny(low, "kind: secret", "| base64", "|base64") {
		return nil
	}
	return &finding{"open", "Base64 is a spelling, no encryption: whoever reads the text has the secret.",
		"Keep such a file out of Git, or encrypt it before."}
}

func runWith(low, _ []byte) *finding {
	flag := wordStart(low, "-e ")
	if long := wordStart(low, "--env "); long >= 0 {
		flag = long
	}
	if !hasAny(low, "docker run", "podman run") || flag < 0 {
		return nil
	}
	if !assignsName(after(low[flag:], " ")) {
		return nil
	}
	return &finding{"bad", "The value stays in your shell's history, and docker inspect shows it as long as the container exists.",
		"Mount a file, or at least take --env-file."}
}

func exported(low, _ []byte) *finding {
	if !beginsWith(low, "export ", "set -gx ", "setx ") || !isSecretName(low) {
		return nil
	}
	return &finding{"open", "Typed at a prompt, the line stays in the shell's history.", "read -rs JWT_SECRET && export JWT_SECRET asks for it instead."}
}

func assigned(low, _ []byte) *finding {
	if !assignsName(low) {
		return nil
	}
	return &finding{"open", "It depends on where this stands. In a .env file it is as safe as the file; before a command it stays in the shell's history.",
		"Keep the file out of Git and out of the image, and readable for its user alone."}
}

func reads(low []byte) *finding {
	if !hasAny(low, "process.env", "os.environ", "getenv(", "env.fetch(", "env[", "/run/secrets/", "import.meta.env", "env::var(") {
		return nil
	}
	return &finding{"good", "This only says where the value is. The line itself gives nothing away.", "Then it depends on who can read that place: choose it above."}
}
