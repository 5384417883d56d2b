package secret

import (
	"bytes"
	"strings"
)

// Restore returns the secrets whose texts were made elsewhere: by [Generate],
// for the same request, in another program such as a worker. Texts holds them one
// after another with nothing between, as their lengths are all the same. It
// becomes the memory of the secrets, so leave it alone afterwards.
//
// The errors are those of [Generate], and [ErrEncoding] if texts does not have
// the length that the request gives or, for [JWK], holds something else. What the
// characters of the other formats stand for is not looked at.
func Restore(r Request, texts []byte) ([]Secret, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	length := r.textLength()
	if len(texts) != r.Count*length {
		return nil, ErrEncoding
	}
	secrets := make([]Secret, r.Count)
	for i := range secrets {
		text := texts[i*length : (i+1)*length : (i+1)*length]
		id, err := r.keyIDIn(text)
		if err != nil {
			return nil, err
		}
		secrets[i] = Secret{algorithm: r.Algorithm, format: r.Format, size: r.Size, testOnly: r.belowMinimum(), keyID: id, text: text}
	}
	return secrets, nil
}

// keyIDIn returns the "kid" in the text of a [JWK], and nothing for every other
// format.
func (r Request) keyIDIn(text []byte) (string, error) {
	if r.Format != JWK {
		return "", nil
	}
	_, rest, found := bytes.Cut(text, []byte(jwkUse+jwkBeforeKeyID+`"`))
	id, ended := strings.CutSuffix(string(rest), `"`+jwkEnd)
	if !found || !ended {
		return "", ErrEncoding
	}
	return id, nil
}
