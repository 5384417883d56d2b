package keypair

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"hash"
	"slices"
)

// content is a content encryption of JWE (RFC 7518 §5): AES-GCM, or AES-CBC with HMAC.
type content struct {
	size int              // of its key in bytes
	hash func() hash.Hash // of CBC; nil is GCM
}

// contents are those that are read; [writtenContent] is written.
var contents = map[string]content{
	"A128GCM": {size: 16}, "A192GCM": {size: 24}, "A256GCM": {size: 32},
	"A128CBC-HS256": {32, sha256.New}, "A192CBC-HS384": {48, sha512.New384}, "A256CBC-HS512": {64, sha512.New},
}

// sealGCM encrypts; the key is never used again, and so the nonce is never either.
func sealGCM(key, nonce, plain, header []byte) (text, tag []byte, err error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, nil, err
	}
	sealed := gcm.Seal(nil, nonce, plain, header)
	return sealed[:len(plain)], sealed[len(plain):], nil
}

// open decrypts, or returns nil where anything was changed.
func (c content) open(key, nonce, text, tag, header []byte) []byte {
	if len(key) != c.size {
		return nil
	}
	if c.hash != nil {
		return c.openCBC(key, nonce, text, tag, header)
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(nonce) != 12 || len(tag) != 16 {
		return nil
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil
	}
	plain, err := gcm.Open(nil, nonce, slices.Concat(text, tag), header)
	if err != nil {
		return nil
	}
	return plain
}

// openCBC checks the HMAC before anything else (RFC 7518 §5.2.2.2): the first half of the
// key is for it, the second for AES.
func (c content) openCBC(key, iv, text, tag, header []byte) []byte {
	half := c.size / 2
	mac := hmac.New(c.hash, key[:half])
	for _, part := range [][]byte{header, iv, text, binary.BigEndian.AppendUint64(nil, 8*uint64(len(header)))} {
		mac.Write(part)
	}
	block, err := aes.NewCipher(key[half:])
	if err != nil || !hmac.Equal(mac.Sum(nil)[:half], tag) || len(iv) != aes.BlockSize || len(text) == 0 || len(text)%aes.BlockSize != 0 {
		return nil
	}
	plain := make([]byte, len(text))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, text)
	padding := int(plain[len(plain)-1])
	if padding == 0 || padding > aes.BlockSize {
		return nil
	}
	return plain[:len(plain)-padding]
}
