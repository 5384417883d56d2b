# The targets of this project. `make` alone lists them.

# What the site and the server are made from: everything but tests.
sources := go.mod go.sum $(shell find app cmd wasm web -path web/dist -prune -o -path app/e2e -prune -o -type f ! -name '*_test.go' -print)

# The packages that work in several goroutines, and so need the race detector, beside the
# attack on all cores, what waits for the browser and what compresses; those whose counts make accept raises;
# and those that also run as wasm.
raced   = ./app/server ./app/ui ./cmd/server
others  = $(filter-out jwtsecret/app/e2e $(raced:.%=jwtsecret%),$(shell go list ./...))
long    = ./app/attack ./app/attack/kernel ./app/export ./app/judge ./app/keypair ./app/predict ./app/strength
domain  = ./app/secret ./app/guess ./app/guide ./app/drawing ./app/paste ./app/paste/bearer ./app/export ./app/token ./app/attack ./app/attack/kernel ./app/attack/shader ./app/job ./app/keypair ./app/prose ./app/rotation ./app/rotation/schedule ./app/browser

tsc := npx --yes --package typescript@7.0.2 tsc --noEmit --allowJs --checkJs --strict --types ''

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: build
build: bin/server bin/verify bin/jwtsecret ## build the site and all of bin/; LISTS=folder packs word lists, PREVIOUS=folders compares with earlier builds, SITE=options is for cmd/site

# What the site was built with last: other word lists and options make another site, and
# other earlier builds other differences from them.
build/options: FORCE
	@mkdir -p build; echo '$(LISTS):$(PREVIOUS):$(SITE)' | cmp -s - $@ || echo '$(LISTS):$(PREVIOUS):$(SITE)' > $@

# With the flags of bin/server, so that what both have in common compiles once.
web/dist/site.json: $(sources) build/options $(if $(LISTS),$(LISTS) $(wildcard $(LISTS)/*))
	CGO_ENABLED=0 go run -trimpath ./cmd/site $(if $(LISTS),-lists '$(LISTS)') $(foreach p,$(PREVIOUS),-previous '$(p)') $(SITE)

.PHONY: FORCE

bin/server: web/dist/site.json
	CGO_ENABLED=0 go build -trimpath -o bin/ ./cmd/server

bin/verify: web/dist/site.json
	CGO_ENABLED=0 go build -trimpath -o bin/ ./cmd/verify

bin/jwtsecret: $(sources)
	CGO_ENABLED=0 go build -trimpath -o bin/ ./cmd/jwtsecret

.PHONY: run
run: bin/server ## build everything and serve it on http://127.0.0.1:8080/
	bin/server

.PHONY: test
test: bin/server ## run all tests, installs what they need where it may; make lint vets them
	bash .ci/install
	go test -race -vet=off -count=1 $(raced)
	DIST=$(CURDIR)/web/dist go test -race -vet=off -count=1 -run 'Core|Browser|BeingMade|Compressed|Coded|Kept' ./app/attack ./app/judge ./app/site
	DIST=$(CURDIR)/web/dist go test -vet=off -count=1 $(others)
	$(MAKE) wasm
	go test -vet=off -count=1 -timeout 30m -parallel 4 ./app/e2e
	@cat build/engines.txt
	$(MAKE) repro

.PHONY: wasm
wasm: ## run the domain tests again, as wasm in Node.js
	@if command -v node >/dev/null; then \
		GOOS=js GOARCH=wasm go test -vet=off -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" $(domain); \
	else echo "node is not installed: the tests do not run as wasm here"; fi

.PHONY: accept
accept: bin/server ## run the long counts: hours
	STRENGTH_SECRETS=170000 KEYPAIR_KEYS=10000 PREDICT_CONTROLS=8400 PREDICT_STATES=2000 KERNEL_INPUTS=4000000 go test -count=1 -timeout 24h $(long)
	EXPORT_SECRETS=10000 go test -count=1 -timeout 24h ./app/export
	SOAK=30m go test -count=1 -timeout 1h -v ./cmd/server/soak
	KEYS_MADE=100 go test -count=1 -timeout 1h -run 'TestKeysMade' ./app/e2e

.PHONY: record
record: bin/server ## note which snippets and browsers the tests ran, with which versions
	SNIPPET_RECORD=1 go test -count=1 ./app/export/snippet ./app/export/snippet/pair
	ENGINE_RECORD=1 go test -count=1 -run 'InEveryEngineTheWholeSite' ./app/e2e

.PHONY: repro
repro: bin/server ## build the site again elsewhere, from nothing, and compare
	bash .ci/repro

.PHONY: release
release: web/dist/site.json ## make what people download, into build/release
	CGO_ENABLED=0 go run -trimpath ./cmd/release

.PHONY: lint
lint: ## look for mistakes without running anything
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./wasm/... ./app/ui ./app/browser
	go tool staticcheck ./...
	staticcheck="$$(go tool -n staticcheck)" && GOOS=js GOARCH=wasm "$$staticcheck" ./wasm/... ./app/ui ./app/browser
	@if command -v npx >/dev/null; then \
		$(tsc) --target es2018 --lib es2018,dom,dom.iterable web/prepare.js && \
		$(tsc) --target es2018 --lib es2018,dom,dom.iterable web/boot.js && \
		$(tsc) --target es2018 --lib es2018,dom,dom.iterable web/load.js && \
		$(tsc) --target es2022 --lib es2022,dom,dom.iterable web/leak.js && \
		$(tsc) --target es2022 --lib es2022,dom,dom.iterable web/single.js && \
		$(tsc) --target es2022 --lib es2022,webworker web/single-worker.js && \
		$(tsc) --target es2022 --lib es2022,webworker web/sw.js && \
		$(tsc) --target es2022 --lib es2022,webworker web/worker.js; \
	else echo "npx is not installed: the scripts of web/ are not checked here"; fi

.PHONY: bench
bench: bin/server ## measure, in ten minutes, beside floors and peers: build/bench.txt
	bash .ci/install
	go test -run '^$$' -bench '^BenchmarkReport$$' -benchtime 1x -timeout 30m ./app/e2e

.PHONY: pictures
pictures: ## take the pictures of the manifest and the README again
	$(MAKE) bin/server
	PICTURES=1 go test -count=1 -run 'Pictures|EveryState' ./app/e2e
	cp build/screenshots/wide.png build/screenshots/narrow.png web/screenshots/

.PHONY: clean
clean: ## remove everything that was built
	rm -rf bin build
	find web/dist -mindepth 1 ! -name .gitkeep -delete
