#!/bin/sh
# Uploads the site to a bucket of S3 with the AWS command line, each file under its path
# and with its type. Run it as "sh s3.sh BUCKET" in the folder that holds site and deploy.
# S3 itself sends no other headers: a CDN in front of it has to add those of _headers
# and to compress{{if not .Base}}, and its root object has to be index.html{{end}}. Old assets stay in the bucket.
{{- /* Pages come last: whoever loads one while this runs finds the files that it names.
"aws s3 cp" would put a file whose path ends in a slash under another one, below it. */}}
set -eu
put() { aws s3api put-object --bucket "$bucket" --key "$2" --body "site/$1" --content-type "$3" --cache-control "$4" ${5:+--content-disposition "$5"}; }
bucket=$1
{{- range .Files}}
{{- if .Path | hasPrefix $.AssetPrefix}}
put '{{.Name}}' '{{key .}}' '{{type .}}' '{{caching .}}'
{{- end}}
{{- end}}
{{- range .Fixed}}
put '{{.Name}}' '{{key .}}' '{{type .}}' '{{caching .}}'{{with kept .}} '{{.}}'{{end}}
{{- end}}
put '{{.NotFound.Name}}' '{{key .NotFound}}' '{{type .NotFound}}' '{{caching .NotFound}}'
