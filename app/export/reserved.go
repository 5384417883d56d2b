package export

// isReserved reports whether a shell, or what loads and runs programs, gives the
// variable a meaning: then an assignment fails, or breaks every program that is
// started with it. Capitals make no difference, because they make none in Windows
// and zsh has path beside PATH.
func isReserved(name string) bool {
	return isWordOf(reservedNames, name) || hasPrefix(name, reservedPrefixes)
}

const reservedNames = "_ path home pwd oldpwd user logname mail shell shlvl ifs cdpath uid euid gid egid ppid username hostname host" +
	" random seconds lineno optind opterr optarg columns lines term lang language tz tmpdir temp tmp editor visual pager display env" +
	" shellopts bashopts funcname dirstack groups prompt_command ps1 ps2 ps3 ps4 ps0 zdotdir fpath manpath mailpath module_path psvar" +
	" status argv watch pipestatus prompt histchars histfile histsize signals aliases functions options parameters commands builtins" +
	" history version comspec pathext systemroot windir appdata localappdata userprofile programfiles os psmodulepath" +
	" http_proxy https_proxy no_proxy all_proxy node_options node_path pythonpath pythonhome pythonstartup rubyopt rubylib perl5lib" +
	" perl5opt java_home java_tool_options jdk_java_options classpath goroot gopath godebug"

// reservedPrefixes are those of the loaders, of bash and fish, and of locales.
var reservedPrefixes = []string{"ld_", "dyld_", "bash_", "fish_", "lc_"}
