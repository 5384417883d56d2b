package chapter

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// HMAC with SHA-256 has 32 bytes (RFC 7518 §3.2), ES256 64 (§3.4), Ed25519 64 (RFC 8032
// §5.1.6), RSA as many as its modulus (RFC 8017 §8.2.1), ML-DSA-44 2,420 (FIPS 204, table 2).
// Before the signature stand the claims, 85 bytes or ⌈85 × 4 / 3⌉ = 114 characters, two dots,
// and the header: 27 bytes with a name of five characters, 36 characters, and 31 bytes with
// ML-DSA-44, 42 characters. To these 152 or 158 come ⌈32 × 4 / 3⌉ = 43 characters, 86, 342,
// 512, 683 and 3,227.
func TestTokensHaveTheSizesOfTheirSignatures(t *testing.T) {
	table, err := tokenSizes()
	require.NoError(t, err)
	require.Len(t, smallClaims, 85)
	assert.Equal(t, strings.TrimLeft(`
| Algorithm | Signature, bytes | Whole token, characters |
|---|---|---|
| HS256 | 32 | 195 |
| ES256 | 64 | 238 |
| EdDSA | 64 | 238 |
| RS256, 2,048 bits | 256 | 494 |
| RS256, 3,072 bits | 384 | 664 |
| RS256, 4,096 bits | 512 | 835 |
| ML-DSA-44 | 2,420 | 3,385 |
`, "\n"), table)
}

// The size of an RSA signature is arithmetic above, because its keys take long to make.
func TestAnRSASignatureIsAsLongAsItsModulus(t *testing.T) {
	// RFC 7515 appendix A.2.1.
	const key = `{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB","d":"Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ","p":"4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc","q":"uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxhtCoHqpWmT8YAmZxaewHgHAjLYsp1ZSe7zFYHj7C6ul7TjeLQeZD_YwD66t62wDmpe_HlB-TnBA-njbglfIsRLtXlnDzQkv5dTltRJ11BKBBypeeF6689rjcJIDEz9RWdc","dp":"BwKfV3Akq5_MFZDFZCnW-wzl-CCo83WoZvnLQwCTeDv8uzluRSnm71I3QCLdhrqE2e9YkxvuxdBfpT_PI7Yz-FOKnu1R6HsJeDCjn12Sk3vmAktV2zb34MCdy7cpdTh_YVr7tss2u6vneTwrA86rZtu5Mbr1C1XsmvkxHQAdYo0","dq":"h_96-mK1R_7glhsum81dZxjTnYynPbZpHziZjeeHcXYsXaaMwkOlODsWa7I9xXDoRwbKgB719rrmI2oKr6N3Do9U0ajaHF-NKJnwgjMd2w9cjz3_-kyNlxAr2v4IKhGNpmM5iIgOS1VZnOZ68m6_pbLBSp3nssTdlqvd0tIiTHU","qi":"IYd7DHOhrWvxkwPQsRM2tOgrjbcrfvtQJipd-DlcxyVuuM9sQLdgjVk2oy26F0EmpScGLq2MowX7fhd_QJQ3ydy5cY7YIBi87w93IKLEdfnbJtoOPLUW0ITrJReOgo1cq9SbsxYawBgfp_gh6A5603k2-ZQwVK0JKSHuLFkuQ3U"}`
	p, err := keypair.Parse([]byte(key), nil)
	require.NoError(t, err)
	require.Equal(t, 2048, p.Keys[0].Bits())
	signature, err := p.Keys[0].Sign("RS256", []byte("input"))
	require.NoError(t, err)
	assert.Len(t, signature, 2048/8)
}

// RFC 7518 §3.3 asks for 2048 bits or more. The default is worth 128 bits, as P-256 is (NIST
// SP 800-57 part 1 rev. 5, table 2).
func TestTheSizesOfRSAKeysAreThoseOfTheStandards(t *testing.T) {
	filled, err := fillNumbers("{= rsaLeast =} {= rsaUsual =}")
	require.NoError(t, err)
	assert.Equal(t, "2,048 3,072", filled)
}
