package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A workbench runs the tests of one package against mutants.
type workbench struct {
	folder string // of the tests
	binary string
	tests  []test
	unfit  []string // tests that a copy of the code turns red without any mutant
}

// A test is one top-level test, example or fuzz target with what it reaches.
type test struct {
	name  string
	took  time.Duration
	spans []span
}

// A span is a stretch of code that ran.
type span struct {
	file                             string
	fromLine, fromCol, toLine, toCol int
}

// quick divides the tests: those below it go first, together.
const quick = 100 * time.Millisecond

// workbench compiles the mutants in dir, and finds out which test in folder reaches what. It also
// returns the mutants that compile.
func (p *goPackage) workbench(ctx context.Context, dir, folder string, mutants []*mutant) (*workbench, []*mutant, error) {
	if err := os.Mkdir(dir, 0o700); err != nil {
		return nil, nil, err
	}
	b := &workbench{folder: folder, binary: filepath.Join(dir, "mutants.test")}
	mutants, err := p.schemata(ctx, dir, folder, b.binary, mutants)
	if err != nil {
		return nil, nil, err
	}
	covered := filepath.Join(dir, "covered.test")
	if err := goTest(ctx, folder, "-c", "-vet=off", "-cover", "-coverpkg="+p.path, "-o", covered); err != nil {
		return nil, nil, err
	}
	names, err := exec.CommandContext(ctx, covered, "-test.list", "^(Test|Example|Fuzz)").Output()
	if err != nil {
		return nil, nil, err
	}
	profile := filepath.Join(dir, "profile")
	for name := range strings.Lines(string(names)) {
		t := test{name: strings.TrimSpace(name)}
		if t.took, err = b.run(ctx, covered, 0, time.Hour, only(t), "-test.coverprofile="+profile); err != nil {
			return nil, nil, fmt.Errorf("%s is red: %w", t.name, err)
		}
		if t.spans, err = spans(profile); err != nil {
			return nil, nil, err
		}
		if _, err := b.run(ctx, b.binary, 0, time.Hour, only(t)); err != nil {
			b.unfit = append(b.unfit, t.name)
			continue
		}
		b.tests = append(b.tests, t)
	}
	slices.SortStableFunc(b.tests, func(x, y test) int { return int(x.took - y.took) })
	return b, mutants, ctx.Err()
}

func only(tests ...test) string {
	var names []string
	for _, t := range tests {
		names = append(names, regexp.QuoteMeta(t.name))
	}
	return "-test.run=^(" + strings.Join(names, "|") + ")$"
}

// run starts a test binary with a mutant, so much time of the processor and no more than three
// gigabytes: a broken loop may ask for all there is. It returns the time that it took.
func (b *workbench) run(ctx context.Context, binary string, number int, limit time.Duration, args ...string) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute+10*limit) // for those that wait for nothing, which takes no processor time
	defer cancel()
	script := fmt.Sprintf(`ulimit -v 3000000; ulimit -t %d; exec "$0" "$@"`, int(math.Ceil(limit.Seconds())))
	args = append([]string{"-c", script, binary, "-test.short", "-test.failfast", "-test.timeout=0"}, args...)
	cmd := exec.CommandContext(ctx, "sh", args...)
	cmd.Dir = b.folder
	cmd.Env = append(os.Environ(), fmt.Sprint(variable, "=", number), "GOMAXPROCS=1", "GOMEMLIMIT=1GiB")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		return 0, err
	}
	took := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	switch {
	case err == nil:
		return took, nil
	case ctx.Err() != nil || took >= limit-limit/50:
		return took, context.DeadlineExceeded
	}
	return took, fmt.Errorf("%w\n%s", err, out)
}

// try puts a mutant to one workbench after the other until it is killed.
func try(ctx context.Context, benches []*workbench, m *mutant) (fate, error) {
	met := unreached
	for _, b := range benches {
		f, err := b.try(ctx, m)
		if err != nil || f.killed() {
			return f, err
		}
		met = min(met, f) // lived comes before it
	}
	return met, nil
}

// try runs the tests that reach a mutant until one is red: the quick ones together, then one by one.
func (b *workbench) try(ctx context.Context, m *mutant) (fate, error) {
	groups := b.groups(m)
	if len(groups) == 0 {
		return unreached, nil
	}
	for _, group := range groups {
		limit := 3 * time.Second
		for _, t := range group {
			limit += 10 * t.took
		}
		_, err := b.run(ctx, b.binary, m.number, limit, only(group...))
		switch {
		case ctx.Err() != nil:
			return lived, ctx.Err()
		case errors.Is(err, context.DeadlineExceeded):
			return endless, nil
		case err != nil:
			return killed, nil //nolint:nilerr // a test that fails is what a mutant is for
		}
	}
	return lived, nil
}

// groups returns the tests that reach a mutant in the order in which they are run.
func (b *workbench) groups(m *mutant) [][]test {
	var groups [][]test
	for _, t := range b.tests { // from quick to slow
		switch {
		case !t.reaches(m):
		case len(groups) == 1 && t.took < quick:
			groups[0] = append(groups[0], t)
		default:
			groups = append(groups, []test{t})
		}
	}
	return groups
}

// reaches tells whether the test runs the place of the mutant.
func (t test) reaches(m *mutant) bool {
	name, line, col := filepath.Base(m.reach.Filename), m.reach.Line, m.reach.Column
	return slices.ContainsFunc(t.spans, func(s span) bool {
		return s.file == name && (s.fromLine < line || s.fromLine == line && s.fromCol <= col) &&
			(line < s.toLine || line == s.toLine && col < s.toCol)
	})
}

// spans reads what ran from a cover profile.
func spans(name string) ([]span, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var all []span
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Scan() // the mode
	for lines.Scan() {
		var s span
		var statements, count int
		file, rest, _ := strings.Cut(lines.Text(), ":")
		s.file = filepath.Base(file)
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &s.fromLine, &s.fromCol, &s.toLine, &s.toCol, &statements, &count); err != nil {
			return nil, fmt.Errorf("cover profile: %q: %w", lines.Text(), err)
		}
		if count > 0 {
			all = append(all, s)
		}
	}
	return all, lines.Err()
}
