package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// blocked makes an RSA key of 4096 bits and resolves to the tasks of the page beyond 50 ms
// that the browser saw meanwhile, in milliseconds, after one that the script makes itself.
const blocked = `(async () => {
	const tasks = [];
	const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)));
	observer.observe({type: "longtask"});
	const rest = (time) => new Promise((done) => setTimeout(done, time));
	await rest(0);
	for (const end = performance.now() + 80; performance.now() < end;);
	await rest(200);
	const answers = await (%s)(%s);
	await rest(200);
	return {tasks, made: answers[0].includes("PRIVATE KEY")};
})()`

// Other programs on the machine can make any task long, so one of several tries has to do: a
// page that computes itself would be blocked in each.
func TestThePageIsNotBlockedWhileALargeKeyIsMade(t *testing.T) {
	p := newPage(t)
	p.open(startServer(t).url)
	request, err := job.Encode(job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: "RS256", Bits: 4096}}})
	require.NoError(t, err)
	var tasks [][]float64
	for range 3 {
		got := eval[struct {
			Tasks []float64
			Made  bool
		}](p, fmt.Sprintf(blocked, runJobs, "["+literal(t, string(request))+"]"))
		require.True(t, got.Made)
		require.NotEmpty(t, got.Tasks, "the browser tells of the script's own task")
		if tasks = append(tasks, got.Tasks[1:]); len(got.Tasks) == 1 {
			return
		}
	}
	assert.Fail(t, "the page was blocked each time", "%v", tasks)
}

func TestWithoutHTTPSThePageSaysWhyItMakesNoKeyPair(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.visit(onTheNetwork(t, startServer(t)))
	made := func(algorithm string) job.Event {
		return p.work(job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: algorithm}}}, "")
	}
	assert.Contains(t, made("ES256").Failed, "over HTTPS")
	assert.NotNil(t, made("ML-DSA-44").Keys)
	assert.NotNil(t, made("A256KW").Keys)
}
