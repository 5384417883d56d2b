package export

import (
	"slices"
	"strings"
)

func lower(name string) string { return strings.ToLower(name) }

// words returns the parts of a name or label, in lower case.
func words(name string) []string {
	return strings.FieldsFunc(lower(name), func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == ' ' })
}

// Slug turns JWT_SECRET into jwt-secret, and the label "Billing API" into
// billing-api: for files, for Azure Key Vault, which takes 0-9, a-z, A-Z and -
// only, and for the names of Kubernetes objects (RFC 1123). Labels of one slug are
// one name, because file systems, shells and targets would take them for one.
// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftkeyvault
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
func Slug(label string) string { return strings.Join(words(label), "-") }

// dotted turns JWT_SECRET into jwt.secret, the property that Spring Boot reads
// from the variable JWT_SECRET too.
// https://docs.spring.io/spring-boot/reference/features/external-config.html
func dotted(name string) string { return strings.Join(words(name), ".") }

// camel turns JWT_SECRET into jwtSecret, as Helm names values.
// https://helm.sh/docs/chart_best_practices/values/
func camel(name string) string {
	parts := words(name)
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

// fileName returns the beginning of a file's name.
func (e *Entry) fileName() string {
	parts := append(append(words(e.Service), words(e.Environment)...), words(e.Name)...)
	if len(parts) == 0 {
		return "jwt-secret" // of a name that is all _
	}
	return strings.Join(parts, "-")
}

// begins returns a check whether a name begins, in any case, with a prefix.
func begins(prefixes ...string) func(string) bool {
	return func(name string) bool { return hasPrefix(name, prefixes) }
}

func hasPrefix(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool {
		return len(name) >= len(prefix) && strings.EqualFold(name[:len(prefix)], prefix)
	})
}

// isTerraformWord reports whether Terraform refuses a variable of this name.
// https://developer.hashicorp.com/terraform/language/block/variable
func isTerraformWord(name string) bool {
	return isWordOf("source version providers count for_each lifecycle depends_on locals", name)
}

// isWordOf reports whether a name is one of the words, in any case.
func isWordOf(words, name string) bool {
	for word := range strings.FieldsSeq(words) {
		if strings.EqualFold(word, name) {
			return true
		}
	}
	return false
}
