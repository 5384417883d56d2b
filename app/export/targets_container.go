package export

func containerTargets() []Target {
	return []Target{
		{
			ID: "compose", Title: "Docker Compose environment", Group: GroupContainer, extension: ".compose.yaml",
			Advice: []string{
				adviceIgnore("this file's name"), adviceMode,
				"Replace app with the name of your service.",
				"docker inspect shows the environment; a Docker secret is a file instead.",
			},
			check: checkText, begin: "services:\n  app:\n    environment:\n", comment: "      # ", encode: yamlLine("      ", appendCompose),
		},
		{
			ID: "docker-secret-file", Title: "Docker secret for Compose", Group: GroupContainer, extension: ".txt",
			Advice: []string{
				"The file is exactly the value, without a line end. In compose.yaml, under secrets, give the file's name as file: and list the secret in the service; it reads /run/secrets/ and the secret's name.",
				adviceIgnore("this file's name"), adviceMode,
			},
			check: checkBytes, single: true, encode: appendBare,
		},
		command(Target{
			ID: "docker-secret", Title: "Docker secret for Swarm", Group: GroupContainer, shared: true, rename: lower,
			// https://docs.docker.com/reference/cli/docker/secret/create/
			Advice: []string{"The service reads /run/secrets/ and this name. A secret cannot be changed: a new one needs a new name."},
		}, piped("docker secret create ", " -")),
		{
			ID: "kubernetes-data", Title: "Kubernetes Secret (data)", Group: GroupContainer, extension: ".secret.yaml",
			Advice: adviceKubernetes("Under data the value is in base64, also when it is base64 already: the container gets the value itself."),
			shared: true, rename: Slug, check: checkBytes, between: "---\n", comment: "# ", encode: manifest("data", appendBase64),
		},
		{
			ID: "kubernetes-string", Title: "Kubernetes Secret (stringData)", Group: GroupContainer, extension: ".secret.yaml",
			Advice: adviceKubernetes("Under stringData the value is as it is; Kubernetes stores it as data."),
			shared: true, rename: Slug, check: checkText, between: "---\n", comment: "# ", encode: manifest("stringData", appendQuoted),
		},
		{
			ID: "helm", Title: "Helm value", Group: GroupContainer, extension: ".values.yaml",
			Advice: []string{
				adviceIgnore("*.values.yaml"), adviceMode,
				"Give the file to helm upgrade with -f: a value after --set would stay in the shell's history. Helm keeps all values in its release Secret.",
			},
			rename: camel, check: checkText, comment: "# ", encode: yamlLine("", appendQuoted),
		},
		command(Target{
			ID: "systemd", Title: "systemd credential", Group: GroupContainer, shared: true, rename: lower,
			// https://www.freedesktop.org/software/systemd/man/latest/systemd-creds.html
			Advice: []string{
				"Make the folder first: sudo install -d -m 700 /etc/credstore.encrypted. In the unit write LoadCredentialEncrypted=, this name, a colon and /etc/credstore.encrypted/ with the name; the service reads $CREDENTIALS_DIRECTORY/ and the name.",
				"Only this machine can decrypt it. Needs systemd 250.",
			},
		}, func(dst []byte, _ *Entry, name string) []byte {
			return appendTexts(dst, "sudo systemd-creds encrypt --name=", name, " - /etc/credstore.encrypted/", name)
		}),
	}
}

func adviceKubernetes(how string) []string {
	return []string{
		how, "Anybody who may read the Secret has the value; base64 hides nothing. Apply it with kubectl apply -f and the file's name.",
		adviceIgnore("*.secret.yaml"), adviceMode,
	}
}

// appendBare appends the value and nothing else: who reads the file may take
// every byte for the key.
func appendBare(dst []byte, e *Entry, _ string) []byte { return append(dst, e.Value...) }

// manifest returns the encoder of a Secret with one member.
// https://kubernetes.io/docs/concepts/configuration/secret/
func manifest(field string, quote quoting) encoder {
	return func(dst []byte, e *Entry, name string) []byte {
		dst = appendYAMLName(append(dst, "apiVersion: v1\nkind: Secret\nmetadata:\n  name: "...), name)
		dst = appendTexts(dst, "\ntype: Opaque\n", field, ":\n")
		return yamlLine("  ", quote)(dst, e, e.Name)
	}
}
