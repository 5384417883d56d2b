package export

import (
	"strings"
	"unicode"
)

// MaxName is the greatest length of a variable name in characters.
const MaxName = 64

// CheckName returns nil when name can be the name of an environment variable in
// every shell: a letter A–Z, a–z or _, then letters, digits and _ (POSIX.1,
// Base Definitions §3.216, "Name"), 1 to [MaxName] characters in all.
//
// Before anything else it asks whether an assignment or a secret was pasted in the
// wrong place, and answers [ErrNameAssignment] or [ErrNameSecret]; see looksSecret
// for what it takes for one. The other errors are [ErrNameEmpty], [ErrNameSpace], [ErrNameCharacter],
// [ErrNameLong] and, for PATH and its like, [ErrNameReserved]. None of them holds a
// part of the name.
func CheckName(name string) error {
	switch {
	case isAssignment(name):
		return ErrNameAssignment
	case looksSecret(name):
		return ErrNameSecret
	case name == "":
		return ErrNameEmpty
	case strings.ContainsFunc(name, unicode.IsSpace):
		return ErrNameSpace
	case '0' <= name[0] && name[0] <= '9', strings.ContainsFunc(name, isForeign):
		return ErrNameCharacter
	case len(name) > MaxName:
		return ErrNameLong
	case isReserved(name):
		return ErrNameReserved
	default:
		return nil
	}
}

// isForeign reports whether no variable name has this character.
func isForeign(r rune) bool {
	return !isLower(r) && !isUpper(r) && !isDigit(r) && r != '_'
}

func isLower(r rune) bool { return 'a' <= r && r <= 'z' }
func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isReserved reports whether a shell, or what loads and runs programs, gives the
// variable a meaning: then an assignment fails, or breaks every program that is
// started with it: shells by their own names, loaders and runtimes by what to load first
// or to trust, services by where to listen. Such a name is refused and not warned of: a
// secret needs none of them, and what breaks, breaks far from here. Capitals make no
// difference, because they make none in Windows and zsh has path beside PATH.
func isReserved(name string) bool {
	return isWordOf(reservedNames, name) || hasPrefix(name, reservedPrefixes)
}

const reservedNames = "_ path home pwd oldpwd user logname mail shell shlvl ifs cdpath uid euid gid egid ppid username hostname host" +
	" random seconds lineno optind opterr optarg columns lines term lang language tz tmpdir temp tmp editor visual pager display env" +
	" shellopts bashopts funcname dirstack groups prompt_command ps1 ps2 ps3 ps4 ps0 zdotdir fpath manpath mailpath module_path psvar" +
	" status argv watch pipestatus prompt histchars histfile histsize signals aliases functions options parameters commands builtins" +
	" history version comspec pathext systemroot windir appdata localappdata userprofile programfiles os psmodulepath" +
	" http_proxy https_proxy no_proxy all_proxy node_options node_path pythonpath pythonhome pythonstartup rubyopt rubylib perl5lib" +
	" perl5opt java_home java_tool_options jdk_java_options _java_options classpath goroot gopath godebug" +
	" gconv_path locpath hostaliases ssl_cert_file ssl_cert_dir sslkeylogfile node_extra_ca_certs curl_ca_bundle requests_ca_bundle" +
	" ssh_auth_sock ssh_askpass git_ssh_command docker_host kubeconfig dotnet_startup_hooks phprc node_env port"

// reservedPrefixes are those of the loaders, of bash and fish, and of locales.
var reservedPrefixes = []string{"ld_", "dyld_", "bash_", "fish_", "lc_"}
