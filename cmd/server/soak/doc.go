// Package soak holds tests only: it leaves the real server alone with two hundred
// connections of every kind, for as long as the variable SOAK says (30m; a few seconds
// if it is not set), and looks at every answer.
//
// Some connections behave: they ask for whatever the site has and has not, in every
// method, encoding and range, under conditions, one by one or several at once, and read
// at once or as slowly as a bad line lets them. The others do not: they connect and are
// silent, send half a request line or half a header, headers without end or nonsense,
// ask and never read, or hang up in the middle.
//
// What it asserts:
//
//   - Each answer has the status that RFC 9110 asks for, the headers that the build
//     lists, and the bytes of the built file, or the part of them that was asked for.
//   - No request of a connection that behaves is refused, cut off or mixed up.
//   - Memory is flat: from the sixth part of the time on, the resident memory of the
//     last sixth is no more than 5 % over that of the second. What lives after a
//     collection of garbage is what lived before the first connection, give or take a
//     megabyte, and no goroutine is left behind.
//   - A signal ends the server within five seconds, whoever is still connected; whoever
//     reads has the rest of the answer by then.
package soak
