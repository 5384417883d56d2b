package export

func fileTargets() []Target {
	return []Target{
		{
			ID: "dotenv", Title: ".env", Group: GroupFile, extension: ".env",
			Advice: []string{
				adviceIgnore("*.env"), adviceMode,
				"Reads the same in dotenv, node --env-file, Docker Compose and a shell.",
			},
			check: checkEnv, comment: "# ", encode: assignment("", "=", appendEnvValue),
		},
		{
			ID: "dotenv-local", Title: ".env.local (Next.js, Vite)", Group: GroupFile, extension: ".env.local",
			Advice: []string{
				adviceIgnore("*.env.local"), adviceMode,
				"Never begin the name with NEXT_PUBLIC_ or VITE_: such variables are sent to every browser.",
			},
			reserved: begins("next_public_", "vite_"),
			check:    checkEnv, comment: "# ", encode: assignment("", "=", appendExpanded),
		},
		{
			ID: "json", Title: "JSON", Group: GroupFile, extension: ".json",
			Advice: []string{adviceIgnore("*.json, or this file's name,"), adviceMode},
			check:  checkText, begin: "{\n", between: ",\n", end: "\n}\n",
			encode: func(dst []byte, e *Entry, name string) []byte {
				dst = append(appendQuoted(append(dst, "  "...), []byte(name)), ": "...)
				return appendQuoted(dst, e.Value)
			},
		},
		{
			ID: "yaml", Title: "YAML", Group: GroupFile, extension: ".yaml",
			Advice: []string{adviceIgnore("this file's name"), adviceMode},
			check:  checkText, comment: "# ", encode: yamlLine("", appendQuoted),
		},
		{
			ID: "properties", Title: "Java properties", Group: GroupFile, extension: ".properties",
			Advice: []string{adviceIgnore("*.properties, or this file's name,"), adviceMode, "For java.util.Properties and Spring's application.properties."},
			check:  checkText, comment: "# ", encode: assignment("", "=", appendProperty),
		},
		{
			ID: "spring", Title: "Spring application.yml", Group: GroupFile, extension: ".application.yml",
			Advice: []string{
				adviceIgnore("this file's name"), adviceMode,
				"Import it from application.yml with spring.config.import, or set the environment variable instead: Spring Boot reads JWT_SECRET as jwt.secret.",
				"Spring Security takes bytes, and your program makes them of this text: if it decodes base64, take the format base64, because base64url has - and _.",
			},
			StrictBase64: "Decoders.BASE64 of jjwt or Base64.getDecoder() of Java",
			rename:       dotted, check: checkSpring, comment: "# ", encode: yamlLine("", appendQuoted),
		},
		{
			ID: "terraform", Title: "Terraform variable", Group: GroupFile, extension: ".auto.tfvars",
			Advice: []string{
				adviceIgnore("*.auto.tfvars"), adviceMode,
				"Declare the variable with type = string and sensitive = true. Terraform still writes the value into its state: encrypt the state, or use an ephemeral variable.",
			},
			rename: lower, reserved: isTerraformWord,
			check: checkTerraform, comment: "# ", encode: assignment("", " = ", appendHCL),
		},
	}
}

// quoting appends a value so that it is one word of a language.
type quoting func(dst, value []byte) []byte

// assignment returns the encoder of a line such as NAME='value'.
func assignment(before, between string, quote quoting) encoder {
	return func(dst []byte, e *Entry, name string) []byte {
		return append(quote(appendTexts(dst, before, name, between), e.Value), '\n')
	}
}

// yamlLine returns the encoder of an indented line such as NAME: "value".
func yamlLine(indent string, quote quoting) encoder {
	return func(dst []byte, e *Entry, name string) []byte {
		dst = append(appendYAMLName(append(dst, indent...), name), ": "...)
		return append(quote(dst, e.Value), '\n')
	}
}
