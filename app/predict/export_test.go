package predict

// AppendFraction lets the tests write numbers in base 36; that it writes them as
// node does is tested on its own.
var AppendFraction = appendFraction
