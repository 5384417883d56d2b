package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What a person chooses from when a secret is put to use. The worker knows all the
// rest of it: were it in the page, every visit would begin with its download. A
// test holds the two tables equal to those of app/export and app/export/snippet.

// place is an export.Target, as a person chooses it.
type place struct {
	id, title, group string
	command          bool // its text asks for the secret and does not hold it
}

const (
	groupFile      = "File"
	groupShell     = "Shell"
	groupContainer = "Container and host"
	groupStore     = "Secret store"
	groupHosting   = "CI and hosting"
	groupKey       = "JSON Web Key"
)

var places = []place{
	{"dotenv", ".env", groupFile, false},
	{"dotenv-local", ".env.local (Next.js, Vite)", groupFile, false},
	{"json", "JSON", groupFile, false},
	{"yaml", "YAML", groupFile, false},
	{"properties", "Java properties", groupFile, false},
	{"spring", "Spring application.yml", groupFile, false},
	{"terraform", "Terraform variable", groupFile, false},
	{"shell", "bash, zsh", groupShell, false},
	{"fish", "fish", groupShell, false},
	{"powershell", "PowerShell", groupShell, false},
	{"compose", "Docker Compose environment", groupContainer, false},
	{"docker-secret-file", "Docker secret for Compose", groupContainer, false},
	{"docker-secret", "Docker secret for Swarm", groupContainer, true},
	{"kubernetes-data", "Kubernetes Secret (data)", groupContainer, false},
	{"kubernetes-string", "Kubernetes Secret (stringData)", groupContainer, false},
	{"helm", "Helm value", groupContainer, false},
	{"systemd", "systemd credential", groupContainer, true},
	{"vault", "HashiCorp Vault", groupStore, true},
	{"aws-secrets-manager", "AWS Secrets Manager", groupStore, true},
	{"aws-ssm", "AWS Systems Manager parameter", groupStore, true},
	{"google-secret-manager", "Google Secret Manager", groupStore, true},
	{"azure-key-vault", "Azure Key Vault", groupStore, true},
	{"github", "GitHub Actions", groupHosting, true},
	{"gitlab", "GitLab CI/CD", groupHosting, true},
	{"vercel", "Vercel", groupHosting, true},
	{"netlify", "Netlify", groupHosting, true},
	{"cloudflare", "Cloudflare Workers", groupHosting, true},
	{"fly", "Fly.io", groupHosting, true},
	{"heroku", "Heroku", groupHosting, true},
	{"jwk", "JWK", groupKey, false},
	{"jwks", "JWKS", groupKey, false},
}

// placeByID returns the place with this id, or the first one.
func placeByID(id string) place {
	i := slices.IndexFunc(places, func(p place) bool { return p.id == id })
	return places[max(0, i)]
}

// targetOptions draws places as the options of a list, group by group.
func targetOptions(places []place, chosen string) []app.UI {
	var groups []app.UI
	var options []app.UI
	for i, p := range places {
		options = append(options, option(p.id, p.title, chosen))
		if i+1 == len(places) || places[i+1].group != p.group {
			groups = append(groups, app.OptGroup().Label(p.group).Body(options...))
			options = nil
		}
	}
	return groups
}

// option is one of a list, chosen or not.
func option(value, text, chosen string) app.UI {
	o := app.Option().Value(value).Text(text)
	if value == chosen {
		o = o.Selected(true)
	}
	return o
}

// libraries are the snippets, by id and name.
var libraries = [][2]string{
	{"node-jsonwebtoken", "Node.js with jsonwebtoken"},
	{"node-jose", "Node.js with jose"},
	{"nextjs-edge", "Next.js, edge runtime, with jose"},
	{"python-pyjwt", "Python with PyJWT"},
	{"python-authlib", "Python with Authlib"},
	{"go-golang-jwt", "Go with golang-jwt"},
	{"java-jjwt", "Java with jjwt"},
	{"java-nimbus", "Java with Nimbus JOSE + JWT"},
	{"spring-boot", "Spring Boot"},
	{"kotlin-java-jwt", "Kotlin with Auth0's java-jwt, as Ktor uses it"},
	{"csharp-identitymodel", "C# with Microsoft.IdentityModel"},
	{"php-firebase", "PHP with firebase/php-jwt"},
	{"ruby-jwt", "Ruby with jwt"},
	{"rust-jsonwebtoken", "Rust with jsonwebtoken"},
	{"elixir-joken", "Elixir with Joken"},
	{"perl-crypt-jwt", "Perl with Crypt::JWT"},
}

func libraryOptions(chosen string) []app.UI {
	var options []app.UI
	for _, l := range libraries {
		options = append(options, option(l[0], l[1], chosen))
	}
	return options
}

func libraryName(id string) string {
	i := slices.IndexFunc(libraries, func(l [2]string) bool { return l[0] == id })
	return libraries[max(0, i)][1]
}
