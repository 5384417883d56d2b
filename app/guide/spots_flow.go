package guide

import (
	"bytes"
	"slices"
)

// Where the value goes that a line has: into a log, or over the network.

// printers write to a log or a screen.
var printers = []string{
	"console.", "print(", "println(", "printf(", "print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", "printstacktrace(",
	"log.", "logger.", "_logger.", "logging.", "slog.", "winston.", "log(", "info!(", "debug!(", "warn!(", "error!(", "trace!(", "nslog(",
	"var_dump(", "var_export(", "print_r(", "error_log(", "dump(", "dd(", "die(", "panic(", "panic!(", "pprint(", "pp(", "io.inspect(",
	"fprintln(os.std", "fprintf(os.std", "puts(", "puts ", "pp ", "print ", "cout << ", "cerr << ", "printenv ", "cat ",
}

// shellPrinters do so in a shell, where only what begins with $ is a value.
var shellPrinters = []string{"echo ", "printf ", "write-host ", "write-output "}

// responders write to whoever asked.
var responders = []string{
	"res.", "response.", "reply.", "ctx.json(", "c.json(", "c.string(", "jsonify(", "httpresponse(", "jsonresponse(", "sendbeacon(",
	".json(", ".send(", "w.write(", "fprint(w", "fprintf(w", "fprintln(w", "io.writestring(w", "<%= ", "<?= ", "render ",
}

// requests ask somebody else.
var requests = []string{"fetch(", "axios.", "axios(", "requests.", "httpx.", "http.get(", "http.post(", "urlopen("}

// shellRequests do so in a shell.
var shellRequests = []string{"curl ", "wget "}

func printed(low, code []byte) *finding {
	for _, args := range given(code, slices.Concat(printers, responders)...) {
		if holdsEnvironment(args) {
			return &wholeEnvironment
		}
	}
	if listsEnvironment(low) {
		return &wholeEnvironment
	}
	if anyHolds(given(code, printers...), isSecretName) || anyFilled(given(code, shellPrinters...), isSecretName) && !bytes.Contains(low, []byte("::add-mask::")) {
		return &finding{"bad", "This writes the secret into a log, where it stays, and where others read.",
			"Log that it is set, and perhaps its length. Never the value."}
	}
	return nil
}

var wholeEnvironment = finding{"bad", "This prints the whole environment, with every secret in it, to a log or a page.",
	"Print the names that you need, or take the line out."}

// holdsEnvironment reports whether the whole environment is among what a call gets.
func holdsEnvironment(args []byte) bool {
	args = withoutCalls(args)
	defer clear(args)
	if hasAny(args, " in ") { // whether a name is there
		return false
	}
	for _, all := range []string{"process.env", "os.environ", "$_env", "$_server"} {
		if alone(args, all, ".[?") {
			return true
		}
	}
	return hasAny(args, "os.environ()", "getenv()", "env.vars()", "env.inspect", "env.to_h")
}

// listsEnvironment reports whether a command of the line does nothing but list the environment.
func listsEnvironment(low []byte) bool {
	for command := range bytes.FieldsFuncSeq(low, func(r rune) bool { return r == '|' || r == ';' || r == '&' || r == '\n' }) {
		words := bytes.Fields(command)
		if len(words) == 0 {
			continue
		}
		last := string(words[len(words)-1])
		if last == "printenv" || last == "env" && (len(words) == 1 || hasAny(command, "run env", "run: env", "-- env", " exec ")) {
			return true
		}
	}
	return bytes.Contains(low, []byte("phpinfo("))
}

func traced(low, _ []byte) *finding {
	low = bytes.TrimSpace(low)
	for at := range wordStarts(low, "set -") {
		flags := low[at+len("set -"):]
		word := wordOf(flags)
		rest := bytes.TrimLeft(flags[len(word):], " ")
		fish := len(rest) > 0 && bytes.IndexByte(word, 'o') < 0 && bytes.IndexByte([]byte(";&#\n"), rest[0]) < 0 // set -x NAME VALUE
		if bytes.IndexByte(word, 'x') >= 0 && !fish || bytes.HasPrefix(rest, []byte("xtrace")) {
			return &finding{"open", "From here on, the shell writes each command into the log, with the values filled in.",
				"Take it out, or put set +x before each command that gets a secret."}
		}
	}
	return nil
}

func sent(_, code []byte) *finding {
	if !anyHolds(given(code, responders...), isSecretName) && !anyHolds(given(code, requests...), stays) && !anyFilled(given(code, shellRequests...), stays) {
		return nil
	}
	return &finding{"bad", "This sends the secret over the network. Whoever gets it can keep it, and so does each log on the way.",
		"Send a token that it has signed. The secret stays where it signs and verifies."}
}

// stays reports whether it is the name of a secret that is not made to be sent, as a password
// or the key of an API is.
func stays(name []byte) bool {
	return isSecretName(name) && !hasAny(name, "api", "client", "access", "passw", "credential")
}

func anyHolds(all [][]byte, isName func([]byte) bool) bool {
	for _, args := range all {
		if holds(args, isName) {
			return true
		}
	}
	return false
}

// anyFilled is anyHolds for a shell. What has a call that reads is PHP, which has echo, too.
func anyFilled(all [][]byte, isName func([]byte) bool) bool {
	for _, args := range all {
		filled := appendFilled(make([]byte, 0, 2*len(args)), args)
		found := holds(filled, isName) || startsAny(args, readers...) && holds(args, isName)
		clear(filled)
		if found {
			return true
		}
	}
	return false
}

// holds reports whether the value with such a name is among what a call gets, and not only a
// question about it, or a label.
func holds(args []byte, isName func([]byte) bool) bool {
	args = withoutCalls(args)
	defer clear(args)
	for i := 0; i < len(args); i++ {
		word := wordOf(args[i:])
		if len(word) == 0 {
			continue
		}
		start := i
		i += len(word)
		if isName(word) && !isAsked(args[:start], args[i:]) && !isLabel(args[i:]) {
			return true
		}
	}
	return false
}

// asks are what makes something else of a value: how long it is, whether it is there, a part of
// it, or a new one from the module of Python that is called secrets.
var asks = []string{
	"==", "!=", " is ", " ? ", " < ", "> ", ">=", ".len", ".size", ".is", ".nil", ".present", ".empty", ".blank", ":+", "&&", " and ",
	".slice", ".sub", "[:", "[0", ".token_",
}

// isAsked reports whether a value between these two is only asked for something.
func isAsked(before, after []byte) bool {
	if end := bytes.IndexAny(after, ",+;"); end >= 0 && !bytes.HasPrefix(after, []byte(":+")) {
		after = after[:end]
	}
	before = bytes.TrimRightFunc(before, func(r rune) bool {
		return r >= 'a' && r <= 'z' || r == '_' || r == '.' || r == '[' || r == '(' || r == '"' || r == '\''
	})
	return hasAny(after, asks...) || endsWithAny(before, []string{"!", "not ", "typeof ", "{#"})
}

// isLabel reports whether a name has its value behind it, or is the name of a function.
func isLabel(after []byte) bool {
	return bytes.HasPrefix(after, []byte(": ")) || bytes.HasPrefix(after, []byte("(")) ||
		bytes.HasPrefix(after, []byte("=")) && !bytes.HasPrefix(after, []byte("=}"))
}
