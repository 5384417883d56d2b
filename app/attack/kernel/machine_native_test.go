//go:build !js

package kernel

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
)

// start starts a module. write writes into its memory.
func start(t testing.TB, module []byte) (write func(at int, b []byte), run func(size int) bool) {
	t.Helper()
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { require.NoError(t, runtime.Close(ctx)) })
	instance, err := runtime.Instantiate(ctx, module)
	require.NoError(t, err)
	function := instance.ExportedFunction("run")
	write = func(at int, b []byte) { require.True(t, instance.Memory().Write(uint32(at), b)) }
	return write, func(size int) bool {
		results, err := function.Call(ctx, uint64(size))
		require.NoError(t, err)
		return results[0] != 0
	}
}
