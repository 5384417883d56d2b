package e2e

import (
	"testing"

	"jwtsecret/app/secret"
)

// The controls of each page, in the order in which they are used.

func (p *page) fatesOfGenerator() fatesOf {
	all := func(f fate, names ...string) map[string]fate {
		fates := map[string]fate{}
		for _, name := range names {
			fates[name] = f
		}
		return fates
	}
	aged := all(aside, "secret")
	answer := all(vanishes, "answer of Verify")
	made := all(follows, "secret", "where it goes", "sample tokens")
	made["answer of Verify"] = vanishes
	remade := func() { p.generate(); p.checksToken() }
	return fatesOf{"/", [][2]string{
		{"secret", "#secret-0"}, {"where it goes", "#target-text"}, {"code", "#library-code"}, {"sample tokens", "#sample-UTF-8"},
		{"answer of Verify", "#verified"}, {"terminal command", "#terminal-command"},
	}, []useOf{
		p.enters("preset", "I need it for", "fastapi", map[string]fate{"secret": aside, "where it goes": follows, "code": follows}),
		p.clicks("alg-.*", "Algorithm", "label[for=alg-HS512]", aged, func() { p.click("label[for=alg-HS256]") }),
		p.enters("format", "Format", "hex", aged),
		p.enters("size", "Size", "40", aged),
		p.enters("count", "How many", "2", aged),
		p.enters("name", "Variable name", "OTHER", all(follows, "where it goes", "code")),
		p.enters("keyid", "Key id, which this secret has not", "spring", nil),
		p.enters("target", "Write it for", "fish", all(follows, "where it goes")),
		p.enters("library", "Language and library", "python-pyjwt", all(follows, "code")),
		p.enters("terminal-program", "Make it with", "python", all(follows, "terminal command")),
		p.enters("claims", "Claims", "{}", all(follows, "sample tokens")),
		p.clicks("copy.*", "Copy", "#copy", nil, nil),
		p.clicks("download-.*", "Download", "#download-txt", nil, nil),
		{controls: "verify-token", label: "A token of your service", act: func() { p.reads("#verify-token", "a.b.c") }, fates: answer, back: p.checksToken},
		{controls: "verify-secret", label: "Its secret", act: func() { p.reads("#verify-secret", "other") }, fates: answer, back: p.checksToken},
		p.clicks("verify", "Verify", "#verify", nil, nil).as("answer of Verify: made anew, the same for the same token"),
		p.clicks("mask", "Hide on screen", "#mask", all(follows, "secret", "where it goes", "sample tokens"), func() { p.click("#mask") }),
		p.clicks("generate|choose-.*-base64", "Generate", "#generate", made, p.checksToken),
		p.clicks("undo", "Undo", "#undo", made, remade),
		p.clicks("clear", "Clear", "#clear", all(vanishes, "secret", "where it goes", "sample tokens", "answer of Verify"), remade),
	}}
}

// checksToken lets the page check a token, which stays in its field.
func (p *page) checksToken() {
	p.t.Helper()
	p.reads("#verify-token", string(signed(p.t.(*testing.T), secret.HS256, "too short")))
	p.reads("#verify-secret", "too short")
	p.click("#verify")
	p.waitFor(shown("#verified") + `.includes("9 bytes")`)
}

func (p *page) fatesOfAudit() fatesOf {
	list := `((name) => {
		const field = document.querySelector("#wordlist"), chosen = new DataTransfer();
		if (name) chosen.items.add(new File(["word"], name));
		field.files = chosen.files;
		field.dispatchEvent(new Event("change", {bubbles: true}));
	})`
	check := func() { p.click("#check"); p.waitFor(shown("#verdict-sentence")) }
	return fatesOf{"/audit", [][2]string{{"report", "#secret-report .verdict"}, {"what was pasted", "#candidates-title"}}, []useOf{
		p.enters("paste", "A secret or a token", "another", map[string]fate{"report": aside, "what was pasted": aside}),
		{
			controls: "wordlist", label: "Word list", act: func() { p.exec(list + `("a.txt")`) },
			fates: map[string]fate{"report": aside, "what was pasted": aside}, back: func() { p.exec(list + `("")`) },
		},
		p.enters("candidate", "Judged as the secret", "3", map[string]fate{"report": follows}),
		p.clicks("judge-.*", "Show", "#secrets tr:last-child button", map[string]fate{"report": follows}, check),
		p.clicks("check", "Check", "#check", nil, func() { p.waitFor(shown("#verdict-sentence")) }).as("report: made anew, the same for the same text"),
		p.clicks("clear", "Clear", "#clear", map[string]fate{"report": vanishes, "what was pasted": vanishes}, nil),
	}}
}

func (p *page) privateKey() string {
	_, private := es256(p.t.(*testing.T))
	return private
}

func (p *page) fatesOfBench() fatesOf {
	all := func(f fate) map[string]fate {
		return map[string]fate{"token": f, "claims": f, "dates": f, "signature": f}
	}
	resigned := map[string]fate{"token": follows, "signature": follows}
	return fatesOf{"/token", [][2]string{{"token", "#bench-token"}, {"claims", "#bench-claims"}, {"dates", "#dates"}, {"signature", "#bench-sentence"}}, []useOf{
		p.enters("bench-claims", "Claims", `{"sub":"2"}`, map[string]fate{"token": follows, "claims": follows, "dates": vanishes}),
		p.enters("bench-header", "Header", `{"alg":"HS512"}`, resigned),
		p.enters("bench-secret", "Secret or key", "another", resigned),
		p.enters("bench-secret", "Secret or key, a private key for another algorithm", p.privateKey(), map[string]fate{"signature": follows}),
		p.enters("bench-algorithm", "Sign with", "HS384", resigned),
		p.enters("bench-reading", "Secret read as", "base64url", resigned),
		p.clicks("bench-mask", "Hide on screen", "#bench-mask", nil, nil),
		p.clicks("copy-token", "Copy", "#copy-token", nil, nil),
		{controls: "guess", label: "Try to guess its secret", act: func() {}, note: "goes to the page Audit, with the token alone"},
		p.clicks("do-.*", "15 minutes", "#do-900", map[string]fate{"token": follows, "claims": follows, "dates": follows}, nil),
		p.enters("bench-token", "Encoded", string(signed(p.t.(*testing.T), secret.HS256, "secret")), all(follows)),
		p.clicks("clear", "Clear", "#clear", all(vanishes), nil),
	}}
}

func (p *page) fatesOfPair() fatesOf {
	all := func(f fate) map[string]fate { return map[string]fate{"private key": f, "key set": f, "code": f} }
	only := func(result string, f fate) map[string]fate { return map[string]fate{result: f} }
	again := func() { p.makePair(); p.openFolds() }
	return fatesOf{"/keys", [][2]string{{"private key", `[aria-label="private.pem"]`}, {"key set", `[aria-label="jwks.json"]`}, {"code", `[aria-label="sign.txt"]`}}, []useOf{
		p.clicks("need-.*", "FAPI", "label[for=need-fapi]", all(aside), func() { p.click("label[for=need-several]") }),
		p.enters("pair-algorithm", "Algorithm", "RS256", all(aside)),
		{controls: "pair-size", label: "Bits", act: func() {
			p.reads("#pair-algorithm", "RS256")
			p.waitFor(`document.querySelector("#pair-size") !== null`)
			p.reads("#pair-size", "4096")
		}, fates: all(aside), back: func() { p.reads("#pair-algorithm", "ES256") }},
		p.enters("pair-kid", "Key id", "spring", all(aside)),
		p.enters("pair-lock", "Passphrase", "correct horse", all(aside)),
		p.enters("pair-certificate", "Name in a certificate", "example.com", all(aside)),
		p.enters("pair-text", "A key to convert, until it is", "anything", nil),
		p.enters("pair-open", "Its passphrase", "anything", nil),
		p.enters("pair-served", "The key set that is served now", "{}", nil),
		p.clicks("mask", "Hide on screen", "#mask", only("private key", follows), func() { p.click("#mask") }),
		p.enters("pair-library", "Language and library", "python-pyjwt", only("code", follows)),
		p.clicks("copy-.*", "Copy", `[aria-label="Copy jwks.json"]`, nil, nil),
		p.clicks("download-.*", "Download", `[aria-label="Download jwks.json"]`, nil, nil),
		{controls: "add", label: "Add", act: func() { p.reads("#pair-served", otherSet); p.click("#add") }, fates: only("key set", follows)},
		p.clicks("generate", "Generate key pair", "#generate", map[string]fate{"private key": follows, "key set": follows}, nil),
		p.clicks("undo", "Undo", "#undo", map[string]fate{"private key": follows, "key set": follows}, nil),
		{controls: "convert", label: "Convert and check", act: func() { p.reads("#pair-text", otherSet); p.click("#convert") },
			fates: map[string]fate{"private key": vanishes, "key set": follows}, back: again},
		p.clicks("clear", "Clear", "#clear", all(vanishes), nil),
	}}
}

func (p *page) fatesOfBulk() fatesOf {
	put := map[string]fate{"files": aside}
	return fatesOf{"/bulk", [][2]string{{"files", "#made"}}, []useOf{
		p.enters("services", "Services", "other", put), p.enters("environments", "Environments", "other", put), p.enters("name", "Variable name", "OTHER", put),
		p.enters("algorithm", "Algorithm", "HS512", put), p.enters("size", "Size", "40", put), p.enters("format", "Format", "hex", put),
		p.enters("target", "Write them for", "json", put),
		p.clicks("download-.*", "Download", "#result [id^=download-]", nil, nil),
		p.clicks("make", "Make new ones", "#make", nil, func() { p.waitFor(shown("#made")) }).as("files: follows, under the same names"),
		p.clicks("clear", "Clear", "#clear", map[string]fate{"files": vanishes}, nil),
	}}
}

func (p *page) fatesOfRotate() fatesOf {
	plan := map[string]fate{"plan": aside, "environment": aside, "code": aside}
	gone := map[string]fate{"plan": vanishes, "environment": vanishes, "code": vanishes}
	again := func() {
		p.click("label[for=kind-rolling]")
		p.enterService()
		p.makePlan()
	}
	uses := []useOf{p.clicks("kind-rolling|kind-at-once", "All at once", "label[for=kind-at-once]", plan, func() { p.click("label[for=kind-rolling]") })}
	uses = append(uses, p.clicks("what-secret|what-pair|what-shared", "A key pair", "label[for=what-pair]", plan, func() { p.click("label[for=what-secret]") }))
	for _, f := range [][2]string{{"published", "Published key set, for a pair"}, {"public", "New public key, for a pair"}, {"cache", "Cache time, for a pair"}, {"cache-unit", "Its unit"}} {
		uses = append(uses, p.enters(f[0], f[1], "hours", nil))
	}
	for _, f := range [][3]string{
		{"algorithm", "Algorithm", "HS512"}, {"reading", "How it is read", "hex"}, {"name", "Variable name", "OTHER"}, {"previous", "Previous secret", "another"},
		{"previouskeyid", "Its key id", "spring"}, {"keyid", "Key id of the new secret", "winter"}, {"lifetime", "Lifetime", "9"}, {"lifetime-unit", "Its unit", "days"},
		{"skew", "Clock skew", "3"}, {"skew-unit", "Its unit", "hours"}, {"rollout", "Deployment", "2"}, {"rollout-unit", "Its unit", "days"},
		{"start", "Start", "2027-03-27T10:01"}, {"days", "Again after", "30"}, {"new", "New secret", goodKey},
	} {
		uses = append(uses, p.enters(f[0], f[1], f[2], plan))
	}
	return fatesOf{"/rotate", [][2]string{{"plan", "#steps"}, {"environment", "#env-prepare"}, {"code", "#rotation-code"}}, append(uses,
		p.enters("language", "Language and library", "python", map[string]fate{"code": follows}),
		p.clicks("copy-.*|take-.*|keep-.*", "Copy", "#copy-code", nil, nil),
		p.clicks("download-.*", "Download", "#download-dates", nil, nil),
		p.clicks("make-secret", "Make a new secret", "#make-secret", plan, nil),
		p.clicks("make", "Make another plan", "#make", map[string]fate{"environment": follows, "plan": follows, "code": follows}, nil),
		p.clicks("kind-leak", "The secret leaked", "label[for=kind-leak]", gone, again),
		p.clicks("clear", "Clear", "#clear", gone, nil),
	)}
}
