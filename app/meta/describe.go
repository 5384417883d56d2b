package meta

// Describe returns the text of a page's description, one sentence. It is no part of [Route]:
// only the build needs it, and no program is to carry it.
func Describe(r Route) string {
	switch r.Path {
	case "/":
		return Description
	case KeysPath:
		return "Make the key pair that lets others verify your tokens but not forge them, convert and check one, and publish it. Nothing is sent."
	case AuditPath:
		return "What is certainly wrong with a secret, what it can be worth at most, and whether a token's secret can be guessed."
	case TokenPath:
		return "What a token says, whether a secret signed it and how that was read, and the same token edited and signed again. Nothing is sent."
	case BulkPath:
		return "A secret of its own for each service in each environment, as one file or one file each in a zip, made on your device."
	case RotatePath:
		return "Key ids, dates, the environment of each deployment and code that accepts both secrets, worked out on your own device."
	case GuidePath:
		return "What the secret does, what entropy is, why Math.random will not do: nine short chapters whose claims run in your browser."
	case TrustPath:
		return "What keeps your secret in your browser, how to check it in five minutes, and what nobody can promise."
	case NotFound.Path:
		return "There is no page at this address."
	}
	return ""
}
