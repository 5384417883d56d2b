package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// programMark stands, in web/worker.js, where the build writes which program the
// workers run.
const programMark = `"@program@"`

// jobScript returns the script of the workers that do the heavy work. It begins
// with the toolchain's own, so that it needs no permission to import anything.
func jobScript(root string, a assets) ([]byte, error) {
	script, err := os.ReadFile(filepath.Join(root, "web", "worker.js"))
	if err != nil {
		return nil, err
	}
	program, err := json.Marshal(map[string]string{"path": a.job.Path, "integrity": a.job.integrity()})
	if err != nil {
		return nil, err
	}
	if bytes.Count(script, []byte(programMark)) != 1 {
		return nil, fmt.Errorf("%w: %s in the worker", ErrPatch, programMark)
	}
	return append(bytes.Clone(a.exec.Body), bytes.Replace(script, []byte(programMark), program, 1)...), nil
}
