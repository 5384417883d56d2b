package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rawMemory is the memory of testdata/shrink.go as the linker wrote it.
func rawMemory(t *testing.T) []byte {
	t.Helper()
	sections, err := splitModule(rawProgram(t))
	require.NoError(t, err)
	for _, s := range sections {
		if s.id == dataSection {
			memory, err := readMemory(s.body)
			require.NoError(t, err)
			return memory
		}
	}
	t.Fatal("no data")
	return nil
}

func TestOfNamesOnlyThoseStayThatTheRuntimeDecidesBy(t *testing.T) {
	memory := rawMemory(t)
	before, err := findPclntab(memory)
	require.NoError(t, err)
	require.Contains(t, string(before.names), "main.deep\x00")
	require.Contains(t, string(before.files), "./shrink.go\x00")
	require.NoError(t, dropTraces(memory))
	after, err := findPclntab(memory)
	require.NoError(t, err)
	names := strings.Split(strings.Trim(string(after.names), "\x00"), "\x00")
	assert.ElementsMatch(t, []string{"runtime.(*value).method", "go.(*value).method", "reflect.makeFuncStub", "reflect.methodValueCall"}, names)
	assert.Empty(t, bytes.Trim(after.files, "\x00"))
	assert.Empty(t, bytes.Trim(after.units, "\x00"))
}

// Nothing moves: all that others than tracebacks read is where it was, as it was.
func TestTheTablesOfFramesAndPointersStay(t *testing.T) {
	memory := rawMemory(t)
	whole := bytes.Clone(memory)
	require.NoError(t, dropTraces(memory))
	before, err := findPclntab(whole)
	require.NoError(t, err)
	after, err := findPclntab(memory)
	require.NoError(t, err)
	was, err := before.records()
	require.NoError(t, err)
	is, err := after.records()
	require.NoError(t, err)
	require.Len(t, is, len(was))
	for i := range is {
		for _, field := range []int{recordName, recordPCFile, recordPCLine, recordUnit, recordStart} {
			is[i].set(field, was[i].get(field))
		}
		for _, at := range is[i].tables() {
			used := make([]bool, len(before.pcs))
			require.True(t, markTable(before.pcs, used, at))
			if end := slices.Index(used[at:], false); end > 0 {
				require.Equal(t, before.pcs[at:int(at)+end], after.pcs[at:int(at)+end])
			}
		}
	}
	copy(after.names, before.names)
	copy(after.files, before.files)
	copy(after.units, before.units)
	copy(after.pcs, before.pcs)
	assert.True(t, bytes.Equal(whole, memory), "nothing else has changed")
}

func TestATableOfAnotherLayoutIsRefused(t *testing.T) {
	memory := rawMemory(t)
	head, ok := only(memory, []byte(pclnHead))
	require.True(t, ok)
	part := func(i int) int { return head + int(words(memory[head:]).at(4+i)) } // as in findPclntab
	first := part(4) + int(binary.LittleEndian.Uint32(memory[part(4)+4:]))
	module := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(head)), uint64(part(0)))
	described := bytes.Index(memory, module)
	for name, at := range map[string]int{
		"another magic number":                     head,
		"padding that is not empty":                head + 4,
		"another size of instructions":             head + 6,
		"another size of pointers":                 head + 7,
		"more functions than are listed":           head + 8,
		"names elsewhere":                          head + 32,
		"units elsewhere":                          head + 40,
		"files elsewhere":                          head + 48,
		"tables elsewhere":                         head + 56,
		"functions elsewhere":                      head + 64,
		"a description of other names":             described + 8,
		"more names than there is room for":        described + 16 + 7,
		"a capacity that is no length":             described + 24,
		"a list of another length":                 described + 17*8,
		"a function that begins later than listed": first + recordEntry,
		"a name within a name":                     first + recordName,
		"tables beyond the end":                    first + recordPCSP + 3,
		"more tables than there are":               first + recordPCData,
		"a record beyond the end":                  part(4) + 4 + 3,
		"a list that is not in order":              part(4) + 3,
	} {
		t.Run(name, func(t *testing.T) {
			damaged := bytes.Clone(memory)
			damaged[at] ^= 0x7e
			assert.ErrorIs(t, dropTraces(damaged), ErrProgram)
		})
	}
	t.Run("two tables", func(t *testing.T) {
		assert.ErrorIs(t, dropTraces(append(bytes.Clone(memory[:len(memory)&^7]), memory[head:head+pclnHeadSize]...)), ErrProgram)
	})
	t.Run("no memory", func(t *testing.T) { assert.ErrorIs(t, dropTraces(nil), ErrProgram) })
}

// What is wrong and looks right cannot be told; it must not end the build without a
// word.
func TestDamageAnywhereInTheTableEndsInNoPanic(t *testing.T) {
	memory := rawMemory(t)
	head, ok := only(memory, []byte(pclnHead))
	require.True(t, ok)
	table, err := findPclntab(memory)
	require.NoError(t, err)
	size := len(table.functions) + int(words(memory[head:]).at(8))
	random := rand.New(rand.NewPCG(1, 2))
	damaged := bytes.Clone(memory)
	for range 200 {
		copy(damaged, memory)
		for range 4 {
			damaged[head+random.IntN(size)] = byte(random.Uint32())
			damaged[head+random.IntN(200)] ^= 1 << random.IntN(8)
		}
		if err := dropTraces(damaged); err != nil {
			assert.ErrorIs(t, err, ErrProgram)
		}
	}
}

// readsNames finds where the runtime reads what dropTraces empties.
var readsNames = regexp.MustCompile(`funcname\(|funcNameForPrint\(|funcpkgpath\(|srcFunc\(|\.name\(\)|funcline1?\(|\.startLine|\.pcfile|\.pcln\b|\.cuOffset`)

// In the runtime of another toolchain a name may decide something new. Then read
// the lines that this expression finds, keep the name if it does, and write down
// their hash.
func TestTheRuntimeReadsNamesAndLinesWhereItDid(t *testing.T) {
	tool, err := newGoTool(root)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(tool.goroot, "src", "runtime", "*.go"))
	require.NoError(t, err)
	var lines []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		for line := range strings.Lines(string(text)) {
			if !strings.HasSuffix(name, "_test.go") && readsNames.MatchString(line) {
				lines = append(lines, filepath.Base(name)+": "+strings.TrimSpace(line)+"\n")
			}
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	assert.Equal(t, "412d9eda97eaa1d09f987d395513e6e9d80b4ed3a92d1c3759b34664a132ae3f", hex.EncodeToString(sum[:]), "%d lines", len(lines))
}
