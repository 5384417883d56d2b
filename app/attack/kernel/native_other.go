//go:build !amd64

package kernel

// Native is nil: there is nothing of the kind for this processor.
func Native(_, _ []byte) (run func(keys []byte) bool) { return nil }
