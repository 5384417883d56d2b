package guess

// CardRate512 is what the card of [CardRate] tries a second of HMAC with SHA-512, where the
// guess is the key: hashcat's mode 1750 in the same file. The hash has blocks twice as long
// and more rounds. Mode 16500 is published for HS256 alone.
const CardRate512 = 1_235_600_000

// RockYou is how many passwords, one a line, the best known list of leaked ones has:
// rockyou.txt, as brannondorsey/naive-hashcat hands it out and matteo65/mzHash32 has
// counted it.
const RockYou = 14_344_391

// What stands in wallarm/jwt-secrets, commit 99e2360: secrets of tokens that were found in
// public, one a line. These are counted with line ends taken off and each secret once, but
// for the empty one.
const (
	LeakedSecrets = 103_781
	LeakedLong    = 1_830  // of 32 bytes or more, enough for HS256
	LeakedShort   = 97_853 // of LeakedShortSize or less

	LeakedShortSize = 12 // bytes
)
