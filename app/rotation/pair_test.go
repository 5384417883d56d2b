package rotation_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"testing"
	"time"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

// pairs holds a key of today and the next one, as go-jose writes them.
type pairs struct {
	old, fresh      *ecdsa.PrivateKey
	published, next []byte // public: a JWKS and a JWK
}

func newPairs(t testing.TB) pairs {
	t.Helper()
	var p pairs
	var err error
	p.old, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	p.fresh, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	p.published = written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{jwk(&p.old.PublicKey, "old")}})
	p.next = written(t, jwk(&p.fresh.PublicKey, "fresh"))
	return p
}

func jwk(key any, id string) gojose.JSONWebKey {
	return gojose.JSONWebKey{Key: key, KeyID: id, Algorithm: "ES256", Use: "sig"}
}

func written(t testing.TB, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return text
}

// pairRequest is one that is in order: an hour to deploy, an hour in caches, tokens of
// eight hours, two minutes of skew.
func pairRequest(p pairs) rotation.PairRequest {
	return rotation.PairRequest{
		Published: p.published, New: p.next, Cache: time.Hour,
		Start: start, Now: start, Lifetime: 8 * time.Hour, Skew: 2 * time.Minute, Rollout: time.Hour, Days: 90,
	}
}

func pairPlan(t testing.TB, r rotation.PairRequest) *rotation.Pair {
	t.Helper()
	p, err := rotation.NewPair(r)
	require.NoError(t, err)
	return p
}

func shared(r *rotation.PairRequest) {
	r.Shared, r.Algorithm, r.Name, r.Published = true, secret.HS256, "JWT_SECRET", nil
}

func TestTheDatesOfAPairCountCaches(t *testing.T) {
	for name, c := range map[string]struct {
		change                          func(*rotation.PairRequest)
		signNew, lastOld, stop, destroy string
	}{
		"planned":     {func(*rotation.PairRequest) {}, "11:00", "12:00", "20:02", "22:02"},
		"leak":        {func(r *rotation.PairRequest) { r.Kind = rotation.Leak }, "09:00", "10:00", "10:00", "11:00"},
		"shared":      {shared, "10:00", "11:00", "19:02", "20:02"}, // nothing is fetched
		"shared leak": {func(r *rotation.PairRequest) { shared(r); r.Kind = rotation.Leak }, "09:00", "10:00", "10:00", "10:00"},
	} {
		t.Run(name, func(t *testing.T) {
			r := pairRequest(newPairs(t))
			c.change(&r)
			d := pairPlan(t, r).Dates
			for want, date := range map[string]time.Time{c.signNew: d.SignNew, c.lastOld: d.LastOld, c.stop: d.StopOld, c.destroy: d.Delete} {
				assert.Equal(t, "2027-03-01 "+want+":00", date.Format(time.DateTime))
			}
		})
	}
}

// ids returns the key ids of a set as go-jose reads it, which has to be of public keys.
func ids(t testing.TB, set []byte) (ids []string) {
	t.Helper()
	var read gojose.JSONWebKeySet
	require.NoError(t, json.Unmarshal(set, &read))
	for _, k := range read.Keys {
		require.True(t, k.IsPublic())
		require.True(t, k.Valid())
		ids = append(ids, k.KeyID)
	}
	return ids
}

func TestBothKeysArePublishedBeforeTheNewOneAlone(t *testing.T) {
	p := newPairs(t)
	plan := pairPlan(t, pairRequest(p))
	assert.Equal(t, []rotation.Stage{rotation.Prepare, rotation.Switch, rotation.Finish}, plan.Stages())
	for stage, want := range map[rotation.Stage][]string{
		rotation.Prepare: {"old", "fresh"}, rotation.Switch: {"old", "fresh"}, rotation.Finish: {"fresh"},
	} {
		set, err := plan.JWKS(stage)
		require.NoError(t, err)
		assert.Equal(t, want, ids(t, set))
	}
	r := pairRequest(p)
	r.Kind = rotation.Leak
	plan = pairPlan(t, r)
	_, err := plan.JWKS(rotation.Prepare)
	assert.ErrorIs(t, err, rotation.ErrStage)
	set, err := plan.JWKS(rotation.Finish)
	require.NoError(t, err)
	assert.Equal(t, []string{"fresh"}, ids(t, set))
}

func TestOtherKeysOfThePublishedSetStay(t *testing.T) {
	p := newPairs(t)
	other := newPairs(t)
	var set []byte
	for _, encrypting := range []gojose.JSONWebKey{
		{Key: &other.fresh.PublicKey, KeyID: "enc", Use: "enc"}, {Key: &other.fresh.PublicKey, KeyID: "enc", Algorithm: "ECDH-ES"},
	} {
		p.published = written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{encrypting, jwk(&p.old.PublicKey, "old")}})
		plan := pairPlan(t, pairRequest(p))
		assert.Equal(t, "old", plan.PreviousKeyID(), "the other one does not sign")
		var err error
		set, err = plan.JWKS(rotation.Finish)
		require.NoError(t, err)
		assert.Equal(t, []string{"enc", "fresh"}, ids(t, set))
	}

	p.published = written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{jwk(&other.old.PublicKey, "a"), jwk(&p.old.PublicKey, "b")}})
	r := pairRequest(p)
	_, err := rotation.NewPair(r)
	assert.ErrorIs(t, err, rotation.ErrWhich)
	r.PreviousKeyID = "b"
	set, err = pairPlan(t, r).JWKS(rotation.Finish)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "fresh"}, ids(t, set))
	r.PreviousKeyID = "c"
	_, err = rotation.NewPair(r)
	assert.ErrorIs(t, err, rotation.ErrWhich)
}

func TestANewKeyWithoutAnIDIsNamedByItsThumbprint(t *testing.T) {
	p := newPairs(t)
	unnamed := jwk(&p.fresh.PublicKey, "")
	r := pairRequest(p)
	r.New = written(t, unnamed)
	thumbprint, err := unnamed.Thumbprint(5) // crypto.SHA256
	require.NoError(t, err)
	assert.Equal(t, base64.RawURLEncoding.EncodeToString(thumbprint), pairPlan(t, r).KeyID())
	r.KeyID = "winter"
	plan := pairPlan(t, r)
	assert.Equal(t, "winter", plan.KeyID())
	set, err := plan.JWKS(rotation.Finish)
	require.NoError(t, err)
	assert.Contains(t, string(set), `"use":"sig","key_ops":["verify"],"alg":"ES256","kid":"winter"`)
}

func TestWhatIsWrongWithARequestForAPair(t *testing.T) {
	p := newPairs(t)
	private := written(t, jwk(p.fresh, "fresh"))
	secretMember := written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{jwk(p.old, "old")}})
	for name, c := range map[string]struct {
		change func(*rotation.PairRequest)
		want   error
	}{
		"private":           {func(r *rotation.PairRequest) { r.New = private }, rotation.ErrNewPrivate},
		"private published": {func(r *rotation.PairRequest) { r.Published = secretMember }, rotation.ErrPublishedPrivate},
		"no new":            {func(r *rotation.PairRequest) { r.New = []byte(" \n") }, rotation.ErrNoNewKey},
		"words":             {func(r *rotation.PairRequest) { r.New = []byte("my key") }, rotation.ErrNoNewKey},
		"several": {func(r *rotation.PairRequest) {
			r.New = written(t, gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{jwk(&p.fresh.PublicKey, "a"), jwk(&p.old.PublicKey, "b")}})
		}, rotation.ErrSeveral},
		"encryption": {func(r *rotation.PairRequest) {
			k := jwk(&p.fresh.PublicKey, "a")
			k.Use, k.Algorithm = "enc", "ECDH-ES"
			r.New = written(t, k)
		}, rotation.ErrNotSigning},
		"published already": {func(r *rotation.PairRequest) { r.New = written(t, jwk(&p.old.PublicKey, "other id")) }, rotation.ErrAlready},
		"its key id":        {func(r *rotation.PairRequest) { r.New = written(t, jwk(&p.fresh.PublicKey, "old")) }, rotation.ErrNewKeyID},
		"no published":      {func(r *rotation.PairRequest) { r.Published = nil }, rotation.ErrNoPublished},
		"published words":   {func(r *rotation.PairRequest) { r.Published = []byte("https://example.com/jwks.json") }, rotation.ErrNoPublished},
		"cache":             {func(r *rotation.PairRequest) { r.Cache = -1 }, rotation.ErrCache},
		"long cache":        {func(r *rotation.PairRequest) { r.Cache = 31 * 24 * time.Hour }, rotation.ErrCache},
		"kind":              {func(r *rotation.PairRequest) { r.Kind = rotation.AtOnce }, rotation.ErrKind},
		"key id":            {func(r *rotation.PairRequest) { r.KeyID = "../x" }, rotation.ErrNewKeyID},
		"start":             {func(r *rotation.PairRequest) { r.Start = time.Time{} }, rotation.ErrStart},
		"overlap":           {func(r *rotation.PairRequest) { r.Days = 1; r.Cache = 10 * time.Hour }, rotation.ErrOverlap},
		"name":              {func(r *rotation.PairRequest) { shared(r); r.Name = "A B" }, export.ErrNameSpace},
		"algorithm":         {func(r *rotation.PairRequest) { shared(r); r.Algorithm = 0 }, secret.ErrAlgorithm},
		"one kid for both":  {func(r *rotation.PairRequest) { shared(r); r.PreviousKeyID = "fresh" }, rotation.ErrNewKeyID},
		"kid of the secret": {func(r *rotation.PairRequest) { shared(r); r.PreviousKeyID = "a b" }, rotation.ErrKeyID},
	} {
		t.Run(name, func(t *testing.T) {
			r := pairRequest(p)
			c.change(&r)
			_, err := rotation.NewPair(r)
			require.ErrorIs(t, err, c.want)
			d, failed := p.fresh.Bytes()
			require.NoError(t, failed)
			assert.NotContains(t, err.Error(), base64.RawURLEncoding.EncodeToString(d)[:8])
		})
	}
}

// weak returns a public key of RSA that is half as long as RFC 7518 §3.3 demands.
func weak(id string) gojose.JSONWebKey {
	n := new(big.Int).Lsh(big.NewInt(0xC5), 1016)
	return gojose.JSONWebKey{Key: &rsa.PublicKey{N: n.SetBit(n, 0, 1), E: 65537}, KeyID: id, Algorithm: "RS256", Use: "sig"}
}

func TestAKeyBelowTheRuleStopsThePlanUnlessItIsTheOneThatLeaked(t *testing.T) {
	p := newPairs(t)
	old := jwk(&p.old.PublicKey, "old")
	set := func(keys ...gojose.JSONWebKey) []byte { return written(t, gojose.JSONWebKeySet{Keys: keys}) }
	for name, c := range map[string]struct {
		change func(*rotation.PairRequest)
		want   rotation.KeyError // nothing where there is a plan
	}{
		"new":            {func(r *rotation.PairRequest) { r.New = written(t, weak("fresh")) }, rotation.KeyError{New: true}},
		"new and shared": {func(r *rotation.PairRequest) { shared(r); r.New = written(t, weak("fresh")) }, rotation.KeyError{New: true}},
		"old":            {func(r *rotation.PairRequest) { r.Published = set(weak("old")) }, rotation.KeyError{Old: true}},
		"another":        {func(r *rotation.PairRequest) { r.Published, r.PreviousKeyID = set(weak("a"), old), "old" }, rotation.KeyError{}},
		"another stays": {func(r *rotation.PairRequest) {
			r.Kind, r.Published, r.PreviousKeyID = rotation.Leak, set(weak("a"), old), "old"
		}, rotation.KeyError{}},
	} {
		t.Run(name, func(t *testing.T) {
			r := pairRequest(p)
			c.change(&r)
			var wrong *rotation.KeyError
			_, err := rotation.NewPair(r)
			require.ErrorAs(t, err, &wrong)
			require.NotEmpty(t, wrong.Problems)
			assert.Equal(t, "rsa-short", wrong.Problems[0].Code)
			wrong.Problems = nil
			assert.Equal(t, c.want, *wrong)
		})
	}
	r := pairRequest(p)
	r.Kind, r.Published = rotation.Leak, set(weak("old"))
	last, err := pairPlan(t, r).JWKS(rotation.Finish)
	require.NoError(t, err)
	assert.Equal(t, []string{"fresh"}, ids(t, last))
}

func TestWhatElseIsInThePublishedSetStays(t *testing.T) {
	r := pairRequest(newPairs(t))
	r.Published = append([]byte(`{"issuer":"https://example.com",`), r.Published[1:]...)
	p := pairPlan(t, r)
	for _, s := range p.Stages() {
		set, err := p.JWKS(s)
		require.NoError(t, err)
		assert.Contains(t, string(set), "https://example.com", s)
	}
}

func TestNoStepOfAPairSpeaksOfWhatIsNotThere(t *testing.T) {
	for _, change := range []func(*rotation.PairRequest){func(*rotation.PairRequest) {}, shared} {
		for _, kind := range []rotation.Kind{rotation.Rolling, rotation.Leak} {
			r := pairRequest(newPairs(t))
			change(&r)
			r.Kind = kind
			p := pairPlan(t, r)
			stages := 0
			last := time.Time{}
			for _, s := range p.Checklist() {
				if s.Stage != 0 {
					stages++
				}
				if !s.At.IsZero() {
					assert.False(t, s.At.Before(last), s.ID)
					last = s.At
				}
			}
			assert.Equal(t, len(p.Stages()), stages)
			assert.Contains(t, string(p.Calendar(start)), "BEGIN:VEVENT")
		}
	}
}
