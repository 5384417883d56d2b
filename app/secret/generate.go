package secret

import "errors"

// The limits of a request.
const (
	MinSize = 1    // bytes of randomness in one secret, at least
	MaxSize = 1024 // bytes of randomness in one secret, at most

	MinCount = 1      // secrets in one request, at least
	MaxCount = 10_000 // secrets in one request, at most
)

// Request says which secrets to make.
type Request struct {
	Algorithm Algorithm
	Size      int // bytes of randomness in each secret; 0 is an error, not a default
	Format    Format
	Count     int // number of secrets

	// KeyID is the "kid" of a [JWK], by [IsKeyID]; empty for a random one. It is for one
	// secret: two keys of a set must not share theirs.
	KeyID string

	// TestOnly permits a size below the algorithm's minimum.
	TestOnly bool
}

// Bits returns the entropy of each secret in bits. It follows from how a secret is
// made, not from how it looks: 8 bits for each random byte, or log2 62 for each
// letter or digit of [Alphanumeric].
func (r Request) Bits() float64 {
	if r.Format == Alphanumeric {
		return float64(alphanumericLength(r.Size)) * bitsPerSymbol
	}
	return float64(8 * r.Size)
}

// Validate returns everything that is wrong with the request, joined by
// [errors.Join], or nil. The errors are [ErrAlgorithm], [ErrFormat], [ErrSize],
// [ErrCount], [ErrKeyID] and [*TooSmallError].
func (r Request) Validate() error {
	var wrong []error
	if r.Algorithm.MinSize() == 0 {
		wrong = append(wrong, ErrAlgorithm)
	}
	if !r.Format.known() {
		wrong = append(wrong, ErrFormat)
	}
	switch {
	case r.Size < MinSize || r.Size > MaxSize:
		wrong = append(wrong, ErrSize)
	case r.belowMinimum() && !r.TestOnly:
		wrong = append(wrong, &TooSmallError{Algorithm: r.Algorithm, Size: r.Size})
	}
	if r.Count < MinCount || r.Count > MaxCount {
		wrong = append(wrong, ErrCount)
	}
	if r.KeyID != "" && (r.Count > 1 || !IsKeyID(r.KeyID)) {
		wrong = append(wrong, ErrKeyID)
	}
	return errors.Join(wrong...)
}

func (r Request) belowMinimum() bool { return r.Size < r.Algorithm.MinSize() }

// Generate returns r.Count new secrets, or what [Request.Validate] finds wrong, or
// [ErrGenerator].
func Generate(r Request) ([]Secret, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	random := make([]byte, r.Size)
	defer clear(random)

	// One block holds the text of all secrets: ten thousand small ones would
	// take longer to allocate than to fill. Each secret wipes its own part.
	length := r.textLength()
	block := make([]byte, r.Count*length)
	secrets := make([]Secret, r.Count)
	g := newGenerator()
	defer g.wipe()
	for i := range secrets {
		if g.broken {
			break
		}
		start, end := i*length, (i+1)*length
		secrets[i] = r.generate(block[start:start:end], random, g)
	}
	if g.broken {
		clear(block)
		return nil, ErrGenerator
	}
	return secrets, nil
}

// generate makes one secret. Its text goes to dst, which is empty and has
// exactly the capacity it needs; random holds r.Size bytes of scratch space.
func (r Request) generate(dst, random []byte, g *generator) Secret {
	s := Secret{algorithm: r.Algorithm, format: r.Format, size: r.Size}
	if r.Format == Alphanumeric {
		s.text = dst[:cap(dst)]
		g.drawAlphanumeric(s.text)
		return s
	}
	g.read(random)
	if r.Format == JWK {
		s.keyID = r.keyID(NewKeyID())
		s.text = AppendJWK(dst, r.Algorithm, random, s.keyID)
		return s
	}
	s.text = r.Format.appendEncoded(dst, random)
	return s
}
