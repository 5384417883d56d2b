package export_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/magiconair/properties"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"jwtsecret/app/export"
)

func TestYAMLIsReadBack(t *testing.T) {
	for _, r := range []reader{
		{"yaml", []string{"yaml", "spring", "helm"}, func(t *testing.T, file []byte, names []string) []string {
			values := map[string]string{}
			require.NoError(t, yaml.Unmarshal(file, &values))
			return lookUp(t, values, names)
		}},
		{"compose", []string{"compose"}, func(t *testing.T, file []byte, names []string) []string {
			var compose struct {
				Services map[string]struct{ Environment map[string]string }
			}
			require.NoError(t, yaml.Unmarshal(file, &compose))
			values := compose.Services["app"].Environment
			for name, value := range values {
				values[name] = interpolate(t, value)
			}
			return lookUp(t, values, names)
		}},
		{"kubernetes", []string{"kubernetes-data", "kubernetes-string"}, readManifests},
	} {
		t.Run(r.name, r.run)
	}
}

// interpolate is what Compose does with a value in which every $ is doubled: a
// pair is one $, and any other $ would begin a variable.
// https://docs.docker.com/reference/compose-file/interpolation
func interpolate(t *testing.T, value string) string {
	t.Helper()
	pairs := strings.Split(value, "$$")
	for _, part := range pairs {
		require.NotContains(t, part, "$")
	}
	return strings.Join(pairs, "$")
}

// object is a Kubernetes Secret.
type object struct {
	APIVersion string `yaml:"apiVersion"`
	Kind, Type string
	Metadata   struct{ Name string }
	Data       map[string]string
	StringData map[string]string `yaml:"stringData"`
}

func readManifests(t *testing.T, file []byte, names []string) []string {
	values := map[string]string{}
	decoder := yaml.NewDecoder(bytes.NewReader(file))
	for {
		var secret object
		err := decoder.Decode(&secret)
		if errors.Is(err, io.EOF) {
			return lookUp(t, values, names)
		}
		require.NoError(t, err)
		require.Equal(t, "v1 Secret Opaque", secret.APIVersion+" "+secret.Kind+" "+secret.Type)
		for key, value := range secret.StringData {
			require.Equal(t, secret.Metadata.Name, strings.ToLower(strings.ReplaceAll(key, "_", "-")))
			values[secret.Metadata.Name] = value
		}
		for key, value := range secret.Data {
			require.Equal(t, secret.Metadata.Name, strings.ToLower(strings.ReplaceAll(key, "_", "-")))
			text, err := base64.StdEncoding.DecodeString(value)
			require.NoError(t, err)
			values[secret.Metadata.Name] = string(text)
		}
	}
}

// PyYAML follows YAML 1.1, where yes and 1_000 and 190:20:30 are no text.
func TestPyYAMLReadsTheValues(t *testing.T) {
	t.Parallel()
	const script = `import json, sys, yaml
json.dump(yaml.safe_load(sys.stdin.buffer.read()), sys.stdout)`
	installed(t, "python3 has no module yaml", "python3", "-c", "import yaml")
	reader{"PyYAML", []string{"yaml", "spring", "helm"}, func(t *testing.T, file []byte, names []string) []string {
		values := map[string]string{}
		require.NoError(t, json.Unmarshal(output(t, file, nil, program(t, "python3"), "-c", script), &values))
		return lookUp(t, values, names)
	}}.run(t)
}

func TestComposeReadsTheValues(t *testing.T) {
	installed(t, "docker has no compose plugin", "docker", "compose", "version")
	reader{"docker compose config", []string{"compose"}, func(t *testing.T, file []byte, names []string) []string {
		file = bytes.Replace(file, []byte("  app:\n"), []byte("  app:\n    image: none\n"), 1)
		text := output(t, nil, nil, program(t, "docker"), "compose", "-f", writeFile(t, "compose.yaml", file), "config", "--format", "json")
		var compose struct {
			Services map[string]struct{ Environment map[string]string }
		}
		require.NoError(t, json.Unmarshal(text, &compose))
		values := compose.Services["app"].Environment
		for name, value := range values { // the output can be read by Compose again
			values[name] = interpolate(t, value)
		}
		return lookUp(t, values, names)
	}}.run(t)
}

// kubectl compares each Secret with all others, so it gets the nasty values
// only, and without invisible characters, some of which it reads and cannot write.
func TestKubectlReadsTheManifests(t *testing.T) {
	t.Parallel()
	kubectl := program(t, "kubectl")
	reader{"kubectl kustomize", []string{"kubernetes-data", "kubernetes-string"}, func(t *testing.T, file []byte, names []string) []string {
		path := writeFile(t, "secrets.yaml", file)
		kustomization := filepath.Join(filepath.Dir(path), "kustomization.yaml")
		require.NoError(t, os.WriteFile(kustomization, []byte("resources: [secrets.yaml]\n"), 0o600))
		return readManifests(t, output(t, nil, nil, kubectl, "kustomize", filepath.Dir(path)), names)
	}}.runWith(t, func(target export.Target) []export.Entry {
		return slices.DeleteFunc(nastyEntries(t, target), func(e export.Entry) bool {
			return bytes.ContainsFunc(e.Value, func(r rune) bool { return !unicode.IsGraphic(r) })
		})
	})
}

func TestHCLIsReadBack(t *testing.T) {
	reader{"hashicorp/hcl", []string{"terraform"}, func(t *testing.T, file []byte, names []string) []string {
		parsed, diagnostics := hclparse.NewParser().ParseHCL(file, "secrets.tfvars")
		require.False(t, diagnostics.HasErrors(), diagnostics.Error())
		attributes, diagnostics := parsed.Body.JustAttributes()
		require.False(t, diagnostics.HasErrors(), diagnostics.Error())
		values := map[string]string{}
		for name, attribute := range attributes {
			value, diagnostics := attribute.Expr.Value(nil)
			require.False(t, diagnostics.HasErrors(), diagnostics.Error())
			values[name] = value.AsString()
		}
		return lookUp(t, values, names)
	}}.run(t)
}

func TestTerraformReadsTheValues(t *testing.T) {
	t.Parallel()
	terraform := program(t, "terraform")
	target := targetByID(t, "terraform")
	entries := nastyEntries(t, target)
	file, err := target.Write(entries...)
	require.NoError(t, err)
	folder := filepath.Dir(writeFile(t, "secrets.auto.tfvars", file))
	var declarations strings.Builder
	names := namesIn(t, target, entries)
	for _, name := range names {
		declarations.WriteString("variable \"" + name + "\" { type = string }\noutput \"" + name + "\" { value = var." + name + " }\n")
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.tf"), []byte(declarations.String()), 0o600))
	environment := []string{"TF_CLI_CONFIG_FILE=" + os.DevNull, "CHECKPOINT_DISABLE=1"}
	output(t, nil, environment, terraform, "-chdir="+folder, "apply", "-auto-approve", "-no-color")
	var outputs map[string]struct{ Value string }
	require.NoError(t, json.Unmarshal(output(t, nil, environment, terraform, "-chdir="+folder, "output", "-json"), &outputs))
	for i, name := range names {
		require.Equal(t, string(entries[i].Value), outputs[name].Value, name)
	}
}

// magiconair/properties reads \u escapes one by one, so that it cannot read the
// two that Java needs for a character beyond U+FFFF: those are left to Java.
func TestPropertiesAreReadBack(t *testing.T) {
	reader{"magiconair/properties", []string{"properties"}, func(t *testing.T, file []byte, names []string) []string {
		loader := properties.Loader{Encoding: properties.ISO_8859_1, DisableExpansion: true}
		parsed, err := loader.LoadBytes(file)
		require.NoError(t, err)
		values := parsed.Map()
		for i, value := range nasty() {
			if strings.ContainsFunc(value, func(r rune) bool { return r > 0xffff }) {
				values[nastyName(i)] = value
			}
		}
		return lookUp(t, values, names)
	}}.run(t)
}

// quickJava makes the JVM start quicker; a short program does not need more.
const quickJava = "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

const javaReader = `
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

class Read {
    public static void main(String[] arguments) throws IOException {
        var properties = new Properties();
        properties.load(new FileInputStream(arguments[0]));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        for (var name : new TreeSet<>(properties.stringPropertyNames())) {
            out.print(name + "\0" + properties.getProperty(name) + "\0");
        }
        out.flush();
    }
}`

func TestJavaReadsTheValues(t *testing.T) {
	t.Parallel()
	java := program(t, "java")
	reader{"java.util.Properties", []string{"properties"}, func(t *testing.T, file []byte, names []string) []string {
		source, data := writeFile(t, "Read.java", []byte(javaReader)), writeFile(t, "secret.properties", file)
		list := records(output(t, nil, []string{quickJava}, java, source, data))
		values := map[string]string{}
		for i := 0; i < len(list); i += 2 {
			values[list[i]] = list[i+1]
		}
		return lookUp(t, values, names)
	}}.run(t)
}
