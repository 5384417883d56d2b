// Package judge does the jobs of package job: it audits a text, attacks and verifies
// a token, makes and reads key pairs, and says what a text holds that was pasted for a
// secret. It answers in
// sentences that are ready to be read, so that the page, through its workers, and the
// terminal say the same of the same secret.
//
// What it judges, it does not know: packages strength, token, attack and paste do.
package judge
