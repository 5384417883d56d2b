package export_test

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestCSVIsReadBack(t *testing.T) {
	for _, f := range textFormats(t) {
		for _, size := range []int{31, 32} {
			secrets := generate(t, f, size, 3)
			table, err := export.CSV(secrets)
			require.NoError(t, err)
			records, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
			require.NoError(t, err)
			require.Len(t, records, 4)
			assert.Equal(t, []string{"number", "alg", "format", "bytes", "bits", "test_only", "secret"}, records[0])
			for i, record := range records[1:] {
				bits, err := strconv.ParseFloat(record[4], 64)
				require.NoError(t, err)
				assert.Equal(t, secrets[i].Bits(), bits)
				record[4] = ""
				want := []string{
					strconv.Itoa(i + 1), "HS256", f.String(), strconv.Itoa(size), "",
					strconv.FormatBool(size < 32), string(secrets[i].Text()),
				}
				assert.Equal(t, want, record)
			}
		}
	}
}

func TestCSVEndsEveryLineInCRLF(t *testing.T) {
	for _, f := range textFormats(t) {
		table, err := export.CSV(generate(t, f, 32, 3))
		require.NoError(t, err)
		assert.Equal(t, 4, bytes.Count(table, []byte("\r\n")))
		assert.Equal(t, 4, bytes.Count(table, []byte("\n")))
		assert.True(t, bytes.HasSuffix(table, []byte("\r\n")))
	}
}

func TestCSVQuotesOnlyWhatNeedsIt(t *testing.T) {
	for _, f := range textFormats(t) {
		table, err := export.CSV(generate(t, f, 32, 3))
		require.NoError(t, err)
		assert.Equal(t, f == secret.JWK, bytes.Contains(table, []byte(`"`)), f.String())
	}
}
