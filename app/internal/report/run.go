package report

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// Run is where and when the figures were measured.
type Run struct {
	Date      string  `json:"date"` // RFC 3339, UTC
	Seconds   float64 `json:"seconds"`
	Processor string  `json:"processor"`
	Cores     int     `json:"cores"`

	// LoadBefore and LoadAfter are the load averages of 1, 5 and 15 minutes. Before the
	// run they are near 0 on a machine that has nothing else to do: figures from a busy one
	// are noisy.
	LoadBefore string `json:"loadBefore"`
	LoadAfter  string `json:"loadAfter"`

	// Noisy says that other programs had more than half of the cores before the run.
	Noisy bool `json:"noisy"`

	// Versions are those of the programs that were measured or measured with.
	Versions []string `json:"versions"`

	began time.Time
}

// Here describes this machine before a run.
func Here() Run {
	now, before := time.Now(), load()
	return Run{
		Date: now.UTC().Format(time.RFC3339), Processor: processor(), Cores: runtime.NumCPU(), LoadBefore: before, Noisy: busy(before, runtime.NumCPU()),
		Versions: []string{runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH}, began: now,
	}
}

// End notes how long the run took, and how busy the machine is now.
func (r *Run) End() { r.Seconds, r.LoadAfter = time.Since(r.began).Seconds(), load() }

// version is a number that has a point in it, and what follows it.
var version = regexp.MustCompile(`\d+\.\d+[^\s/]*`)

// AskVersion adds the version that a program tells, under a name, if it is there.
func (r *Run) AskVersion(name, program string, arguments ...string) {
	said, _ := exec.Command(program, arguments...).CombinedOutput() // some end with an error all the same
	if number := version.Find(said); number != nil {
		r.Versions = append(r.Versions, name+" "+string(number))
	}
}

func (r *Run) text() string {
	text := fmt.Sprintf("%s, %.0f s\n%d cores, %s; load average %s before, %s after\n%s\n",
		r.Date, r.Seconds, r.Cores, r.Processor, r.LoadBefore, r.LoadAfter, strings.Join(r.Versions, "; "))
	if r.Noisy {
		text += "Other programs kept this machine busy: the figures are noisy, and goals that depend on time say little.\n"
	}
	return text
}

// untold stands for what this system does not tell.
const untold = "unknown"

// processor names it where /proc does.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	name := regexp.MustCompile(`(?m)^model name\s*:\s*(.+)$`).FindSubmatch(text)
	if name == nil {
		return untold
	}
	return string(name[1])
}

// load returns the load averages where /proc tells them.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg")
	fields := strings.Fields(string(text))
	if len(fields) < 3 {
		return untold
	}
	return strings.Join(fields[:3], " ")
}

// busy reports whether the load of the last minute is more than half of the cores.
func busy(load string, cores int) bool {
	minute, _, _ := strings.Cut(load, " ")
	waiting, err := strconv.ParseFloat(minute, 64)
	return err == nil && waiting > float64(cores)/2
}
