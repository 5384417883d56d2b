package ui

import (
	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// file is a form in which a result can be downloaded.
type file struct {
	id, label, mimeType string
	kind                export.Kind
	write               func(name string, secrets []secret.Secret) ([]byte, error)
}

func unnamed(write func([]secret.Secret) ([]byte, error)) func(string, []secret.Secret) ([]byte, error) {
	return func(_ string, secrets []secret.Secret) ([]byte, error) { return write(secrets) }
}

func plain(secrets []secret.Secret) ([]byte, error) { return export.Text(secrets), nil }

var (
	textFile   = file{"txt", ".txt", "text/plain;charset=utf-8", export.KindText, unnamed(plain)}
	envFile    = file{"env", ".env", "text/plain;charset=utf-8", export.KindEnv, export.Env}
	jsonFile   = file{"json", ".json", "application/json", export.KindJSON, unnamed(export.JSON)}
	csvFile    = file{"csv", ".csv", "text/csv;charset=utf-8", export.KindCSV, unnamed(export.CSV)}
	binaryFile = file{"bin", ".bin", "application/octet-stream", export.KindBinary, unnamed(plain)}
)

// files lists the downloads that suit the batch.
func (b batch) files() []file {
	switch {
	case b.raw():
		return []file{binaryFile}
	case len(b) > 1:
		return []file{textFile, envFile, jsonFile, csvFile}
	default:
		return []file{textFile}
	}
}

func fileOf(id string) (file, bool) {
	for _, f := range []file{textFile, envFile, jsonFile, csvFile, binaryFile} {
		if f.id == id {
			return f, true
		}
	}
	return file{}, false
}
