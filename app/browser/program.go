package browser

// Program is one of the programs that a worker can run.
type Program string

const (
	// Auditor audits secrets and tokens, and attacks tokens.
	Auditor Program = "worker"

	// Maker makes secrets.
	Maker Program = "maker"
)
