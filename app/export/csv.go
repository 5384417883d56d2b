package export

import (
	"bytes"
	"strconv"

	"jwtsecret/app/secret"
)

const (
	csvHeader = "number,alg,format,bytes,bits,test_only,secret\r\n"
	csvRoom   = 128 // more than a record takes besides its secret
)

// CSV returns a table after RFC 4180: a header, then a record for each secret,
// numbered from 1, with lines that end in CR LF. It is for programs: a
// spreadsheet may take a secret that begins with + or - for a formula, and one
// that is all digits for a number.
//
// The errors are [ErrNoSecret] and [ErrRaw].
func CSV(ss []secret.Secret) ([]byte, error) {
	if err := checkAll(ss); err != nil {
		return nil, err
	}
	table := append(room(ss, csvRoom, len(csvHeader)), csvHeader...)
	for i := range ss {
		table = appendRecord(table, i+1, &ss[i])
	}
	return table, nil
}

func appendRecord(dst []byte, number int, s *secret.Secret) []byte {
	dst = strconv.AppendInt(dst, int64(number), 10)
	dst = appendTexts(dst, ",", s.Algorithm().String(), ",", s.Format().String(), ",")
	dst = append(strconv.AppendInt(dst, int64(s.Size()), 10), ',')
	dst = append(appendBits(dst, s), ',')
	dst = append(strconv.AppendBool(dst, s.TestOnly()), ',')
	return append(appendField(dst, s.Text()), "\r\n"...)
}

// appendField encloses a field in quotes when it has a quote or a comma in it,
// and then doubles its quotes (RFC 4180 §2). Of our formats only JWK has them,
// and none has a line end.
func appendField(dst, field []byte) []byte {
	if !bytes.ContainsAny(field, `",`) {
		return append(dst, field...)
	}
	return appendBetween(dst, field, '"', `"`, "")
}
