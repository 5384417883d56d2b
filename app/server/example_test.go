package server_test

import (
	"fmt"
	"net/http/httptest"
	"testing/fstest"

	"jwtsecret/app/server"
)

func ExampleLoad() {
	// The SHA-256 is that of "hello\n", as sha256sum prints it.
	site := `{"version": "1", "files": [{
		"path": "/404", "name": "404.html", "size": 6,
		"sha256": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
		"headers": [{"name": "Content-Type", "value": "text/html; charset=utf-8"}]
	}]}`
	handler, err := server.Load(fstest.MapFS{
		"site.json":     {Data: []byte(site)},
		"site/404.html": {Data: []byte("hello\n")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("GET", "/nowhere", nil))
	fmt.Print(w.Code, " ", w.Body)
	// Output: 404 hello
}
