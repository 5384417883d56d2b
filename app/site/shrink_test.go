package site

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// node runs a program and returns what it wrote, each stream apart, and how it
// ended.
func node(t *testing.T, program []byte) (out, said string, status int) {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "program.wasm")
	require.NoError(t, os.WriteFile(file, program, 0o600))
	var stdout, stderr bytes.Buffer
	run := exec.Command("node", filepath.Join(tool.goroot, "lib", "wasm", "wasm_exec_node.js"), file)
	run.Stdout, run.Stderr = &stdout, &stderr
	_ = run.Run() // its status says how it ended
	return stdout.String(), stderr.String(), run.ProcessState.ExitCode()
}

// rawProgram compiles testdata/shrink.go and leaves it as the linker wrote it.
func rawProgram(t *testing.T, flags ...string) []byte {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	program, err := tool.link(t.TempDir(), "app/site/testdata/shrink.go", slices.Concat(wasmFlags, flags))
	require.NoError(t, err)
	return program
}

// The program asks of the runtime all that needs its tables: it grows stacks,
// collects garbage below functions of reflect, recovers, and ends by a panic.
func TestAShrunkProgramDoesTheSame(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("node is not installed")
	}
	for name, flags := range map[string][]string{"as the page": {noInlining}, "as the auditor": nil} {
		t.Run(name, func(t *testing.T) {
			raw := rawProgram(t, flags...)
			shrunk, err := shrink(raw)
			require.NoError(t, err)
			out, said, status := node(t, raw)
			require.Equal(t, 2, status, said)
			require.Contains(t, out, "last line\n")

			outAfter, saidAfter, statusAfter := node(t, shrunk)
			assert.Equal(t, out, outAfter)
			assert.Equal(t, status, statusAfter, saidAfter)
			for _, line := range []string{"panic: nobody recovers this\n", "\ngoroutine 1 "} {
				assert.Contains(t, said, line)
				assert.Contains(t, saidAfter, line)
			}
		})
	}
}

func TestShrinkingAgainChangesNothing(t *testing.T) {
	once, err := shrink(rawProgram(t))
	require.NoError(t, err)
	twice, err := shrink(once)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(once, twice))
}

func TestAModuleWithoutDataIsRefused(t *testing.T) {
	_, err := shrink([]byte(moduleHead))
	assert.ErrorIs(t, err, ErrProgram)
}

// The linker makes up to 100,000 segments.
func TestTheBuiltProgramsHaveFewSegments(t *testing.T) {
	for _, name := range []string{"app", "auditor"} {
		sections, err := splitModule([]byte(builtFile(t, builtProgram(t, name))))
		require.NoError(t, err)
		found := false
		for _, s := range sections {
			if s.id == dataSection {
				r := reader{rest: s.body}
				assert.Less(t, r.uint32(), uint32(1000), name)
				found = true
			}
		}
		assert.True(t, found, name)
	}
}

// Whatever a module holds, the answer is an error or a memory that can be written
// and read again.
func FuzzDataOfAModule(f *testing.F) {
	f.Add([]byte(smallModule))
	for cut := range len(smallModule) {
		f.Add([]byte(smallModule[:cut]))
	}
	f.Fuzz(func(t *testing.T, module []byte) {
		if _, err := shrink(module); err != nil {
			assert.ErrorIs(t, err, ErrProgram)
		}
		sections, _ := splitModule(module)
		for _, s := range sections {
			memory, err := readMemory(s.body)
			if err != nil {
				assert.ErrorIs(t, err, ErrProgram)
				continue
			}
			data, _ := writeMemory(memory)
			again, err := readMemory(data)
			require.NoError(t, err)
			assert.Equal(t, strings.TrimRight(string(memory), "\x00"), string(again))
		}
	})
}
