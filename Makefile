# gitflow-guard: `make help` lists what there is to make.

PREFIX ?= /usr/local
BINARY := .build/release/gitflow-guard
SWIFT := scripts/swift
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d
FUZZ ?= journal

.PHONY: help setup build test test-dynamic lint format demo bench instruction-gate hook-order bench-journal oracle \
  oracle-generated servers git-suite fuzz hooks documents man deb image-check install uninstall clean
.DEFAULT_GOAL := help

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) \
	  | while IFS='|' read -r name text; do printf '%-20s %s\n' "$$name" "$$text"; done

setup: ## installs the system libraries that are missing (Debian, Ubuntu)
	@scripts/setup

build: setup ## leaves the stripped release binary at .build/release/gitflow-guard
	$(SWIFT) build -c release --product gitflow-guard
	strip $(BINARY)

test: ## builds and runs every test
	@scripts/setup --test
	@scripts/validators >/dev/null
	$(SWIFT) test

test-dynamic: setup ## the ordinary dynamic build, whose binary runs once; compiles fuzzers and probe
	GUARD_DYNAMIC=1 swift build --scratch-path .build-dynamic --product gitflow-guard
	.build-dynamic/debug/gitflow-guard --version
	for target in fuzz-journal fuzz-commit-graph bench-probe; do \
	  GUARD_DYNAMIC=1 GUARD_FUZZ=1 GUARD_BENCH=1 \
	    swift build --scratch-path .build-dynamic --target $$target || exit 1; \
	done

lint: ## format, shell scripts, length of files
	@scripts/setup --lint
	@scripts/lint

format: ## formats the Swift sources in place
	swift format --in-place --parallel --recursive Sources Tests Package.swift

demo: build ## plays the team's six steps, and every shortcut round them, with the real git
	@scripts/demo $(BINARY)

bench: build ## everything beside git, into docs/benchmarks.md (BENCHFLAGS='--full --peers')
	GUARD_BENCH=1 $(SWIFT) build -c release --scratch-path .build-bench --product bench-probe
	strip .build-bench/release/bench-probe
	@Benchmarks/bench $(BINARY) --probe .build-bench/release/bench-probe \
	  --page docs/benchmarks.md $(BENCHFLAGS)

instruction-gate: build ## fails where a hook runs more instructions than it may
	@if [ "$$(scripts/build-mode)" = dynamic ]; then \
	  echo "instruction-gate: the limits belong to the static build, and this one is dynamic"; \
	else \
	  scripts/setup --gate && Benchmarks/instruction-gate $(BINARY); \
	fi

hook-order: setup ## renews the order in which the linker lays what hooks touch
	@scripts/setup --gate
	rm -f $(BINARY)
	$(SWIFT) build -c release --product gitflow-guard
	Benchmarks/hook-order $(BINARY) Sources/CStartup/hook.order
	rm -f $(BINARY)

bench-journal: build ## what journals cost by their size, and hostile ones
	@Benchmarks/journal-cost $(BINARY) $(BENCHFLAGS)

oracle: build ## holds an audit against git (REPO=… BRANCH=… POLICY=… ORACLEFLAGS=…)
	@GUARD_BINARY=$(BINARY) scripts/oracle $(if $(POLICY),--policy $(POLICY)) $(ORACLEFLAGS) \
	  $(or $(REPO),.) $(or $(BRANCH),develop)

oracle-generated: build ## the same on generated histories with planted breaches
	@scripts/oracle-generated $(BINARY)

servers: build ## pushes by the hundred to nginx, ssh and gitolite (as root; SERVERFLAGS=…)
	@Tests/Servers/run $(BINARY) $(SERVERFLAGS)

git-suite: build ## git's own tests with our hooks in its templates, and without (SUITEFLAGS=…)
	@scripts/git-suite $(BINARY) $(SUITEFLAGS)

fuzz: setup ## feeds a reader random inputs for ten minutes (FUZZ=journal, FUZZFLAGS=SECONDS)
	@scripts/fuzz $(FUZZ) $(FUZZFLAGS)

hooks: setup ## renews the files in hooks/ from the engine's own text
	GUARD_RENEW=1 $(SWIFT) test --filter InstallationFilesTests

documents: setup ## renews the pages in docs/ that are made from the code
	GUARD_RENEW=1 $(SWIFT) test --filter 'RulePageTests|CommandPageTests'

man: build ## writes the man pages into .build/man
	scripts/documents $(BINARY) man .build/man

deb: build ## makes a Debian package of the binary, man pages and completions in .build/
	scripts/deb $(BINARY) .build

image-check: ## builds the images of the Dockerfile without a daemon, and runs them (as root)
	scripts/image-check

install: ## puts the binary, man pages and completions below PREFIX (PREFIX=/usr/local)
	@test -x $(BINARY) || $(MAKE) build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/gitflow-guard"
	scripts/documents $(BINARY) man "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -d "$(DESTDIR)$(BASH_COMPLETIONS)" "$(DESTDIR)$(ZSH_COMPLETIONS)" "$(DESTDIR)$(FISH_COMPLETIONS)"
	$(BINARY) completions bash > "$(DESTDIR)$(BASH_COMPLETIONS)/gitflow-guard"
	$(BINARY) completions zsh > "$(DESTDIR)$(ZSH_COMPLETIONS)/_gitflow-guard"
	$(BINARY) completions fish > "$(DESTDIR)$(FISH_COMPLETIONS)/gitflow-guard.fish"

uninstall: ## takes them out of there
	rm -f "$(DESTDIR)$(PREFIX)/bin/gitflow-guard" \
	  "$(DESTDIR)$(PREFIX)"/share/man/man1/gitflow-guard.1 \
	  "$(DESTDIR)$(PREFIX)"/share/man/man1/gitflow-guard-*.1 \
	  "$(DESTDIR)$(BASH_COMPLETIONS)/gitflow-guard" \
	  "$(DESTDIR)$(ZSH_COMPLETIONS)/_gitflow-guard" \
	  "$(DESTDIR)$(FISH_COMPLETIONS)/gitflow-guard.fish"

clean: ## removes what was built
	rm -rf .build .build-dynamic .build-fuzz .build-tools
