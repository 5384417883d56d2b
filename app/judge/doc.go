// Package judge does the jobs of package job: it audits a text, attacks and verifies a
// token, edits and signs one, makes and reads keys, plans rotations, and says what a text
// holds that was pasted for a secret. It answers in sentences that are ready to be read, so
// that the page, through its workers, and the terminal say the same of the same secret.
//
// What it judges, it does not know: packages strength, token, attack, keypair, rotation and
// paste do.
//
// A job of a page comes and goes as a message; a program that waits for the answer asks for
// it by name, and wipes what it got:
//
//	e := judge.Keys(job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}}, time.Now())
//	defer e.Wipe()
//	if e.Keys == nil {
//		return errors.New(e.Failed)
//	}
//	for _, f := range e.Keys.Files { // private.pem, jwk.json, public.pem, jwks.json…
//		fmt.Println(f.Name, f.Title, f.Private)
//	}
package judge
