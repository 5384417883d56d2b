package main

import (
	"crypto/rand"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
)

// A buffer that grew would have another capacity, and leave its old memory behind.
func TestTheBufferOfAnArchiveNeverGrows(t *testing.T) {
	for _, size := range []int{1, 43, 6000, 100_000} {
		var files []export.File
		for i := range 50 {
			content := make([]byte, size)
			rand.Read(content) // it cannot be compressed
			files = append(files, export.File{Name: strconv.Itoa(i) + "/" + strconv.Itoa(i), Content: content})
		}
		archive, err := zipped(files)
		require.NoError(t, err)
		assert.Equal(t, room(files), cap(archive), size)
	}
}
