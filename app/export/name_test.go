package export_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export"
)

func TestCheckName(t *testing.T) {
	cases := map[string]error{
		"":                             export.ErrNameEmpty,
		" ":                            export.ErrNameSpace,
		"JWT SECRET":                   export.ErrNameSpace,
		"JWT_SECRET ":                  export.ErrNameSpace,
		"\tJWT_SECRET":                 export.ErrNameSpace,
		"JWT_SECRET\n":                 export.ErrNameSpace,
		"JWT\u00a0SECRET":              export.ErrNameSpace,
		"2FA_SECRET":                   export.ErrNameCharacter,
		"JWT-SECRET":                   export.ErrNameCharacter,
		"my-app-jwt-secret":            export.ErrNameCharacter,
		"jwt.secret":                   export.ErrNameCharacter,
		"JWT_SECRET=":                  export.ErrNameCharacter,
		"$JWT":                         export.ErrNameCharacter,
		"JWT`id`":                      export.ErrNameCharacter,
		"JWT\x00":                      export.ErrNameCharacter,
		"JWT_SCHLÜSSEL":                export.ErrNameCharacter,
		"JWT\xff":                      export.ErrNameCharacter,
		"A" + strings.Repeat("_A", 32): export.ErrNameLong,
		"A_" + strings.Repeat("A", 62): nil,
		"_":                            export.ErrNameReserved,
		"__":                           nil,
		"PATH":                         export.ErrNameReserved,
		"Path":                         export.ErrNameReserved,
		"HOME":                         export.ErrNameReserved,
		"LD_PRELOAD":                   export.ErrNameReserved,
		"DYLD_INSERT_LIBRARIES":        export.ErrNameReserved,
		"BASH_ENV":                     export.ErrNameReserved,
		"LC_ALL":                       export.ErrNameReserved,
		"IFS":                          export.ErrNameReserved,
		"NODE_OPTIONS":                 export.ErrNameReserved,
		"JAVA_TOOL_OPTIONS":            export.ErrNameReserved,
		"_JAVA_OPTIONS":                export.ErrNameReserved,
		"SSL_CERT_FILE":                export.ErrNameReserved,
		"SSLKEYLOGFILE":                export.ErrNameReserved,
		"NODE_ENV":                     export.ErrNameReserved,
		"PORT":                         export.ErrNameReserved,
		"EXPORT_KEY":                   nil,
		"SECRET_KEY":                   nil,
		"PATHS":                        nil,
		"MY_PATH":                      nil,
		"HOME_KEY":                     nil,
		"LD":                           nil,
		"OLD_PRELOAD":                  nil,
		"x":                            nil,
		"JWT_SECRET":                   nil,
		"jwt_secret_2":                 nil,
	}
	for name, want := range cases {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, want, export.CheckName(name), "exactly this error, so that it quotes nothing")
		})
	}
}

func TestSecretLookIsAskedFirst(t *testing.T) {
	for _, name := range []string{
		strings.Repeat("0a", 100),                      // also too long
		"GawgguFyGrWKav7AX4VKUg==",                     // also a wrong character
		"JWT_SECRET = 'GawgguFyGrWKav7AX4VKUg'",        // also white space
		" 3q2-7wECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGx ", // also white space and a digit first
	} {
		assert.ErrorIs(t, export.CheckName(name), export.ErrNameSecret, name)
	}
}
