package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// go-app cuts spaces off the end of what it draws into a field. A person who has
// just typed one goes on typing, and must find it still there.
func TestASpaceInTheMiddleOfWhatIsTypedArrives(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for field, open := range map[string]func(){
		"name of a variable": func() { p.open(url) },
		"name for services":  func() { p.openBulk(url) },
		"name in a rotation": func() { p.openRotate(url) },
	} {
		p.run(field, func(t *testing.T) {
			open()
			for range 20 {
				p.fill("#name", "JWT SECRET")
				p.exec(`new Promise((r) => setTimeout(r, 50))`) // the page is drawn
				if !assert.Equal(t, "JWT SECRET", p.value("#name")) {
					return
				}
				p.fill("#name", "JWT_SECRET")
			}
		})
	}
}
