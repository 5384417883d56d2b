//go:build !js

package attack

import (
	"context"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"

	"jwtsecret/app/attack/kernel"
)

// machine runs modules as a browser would.
func machine(t testing.TB) kernel.Machine {
	t.Helper()
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { require.NoError(t, runtime.Close(ctx)) })
	return func(module []byte) (func([]byte) bool, error) {
		compiled, err := runtime.CompileModule(ctx, module)
		require.NoError(t, err)
		instance, err := runtime.InstantiateModule(ctx, compiled, wazero.NewModuleConfig().WithName(""))
		require.NoError(t, err)
		run := instance.ExportedFunction("run")
		return func(keys []byte) bool {
			require.True(t, instance.Memory().Write(0, keys))
			results, err := run.Call(ctx, uint64(len(keys)))
			require.NoError(t, err)
			return results[0] != 0
		}, nil
	}
}

// processorTime is what this process has used.
func processorTime(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &used))
	return time.Duration(used.Utime.Nano())
}
