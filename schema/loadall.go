package schema

import (
	"context"
	"io/fs"
	"iter"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// LoadAll reads and checks every file of a file system whose name matches the pattern, several at
// a time, and yields them sorted by name. A pattern is one of [path.Match], in which ** stands for
// any number of folders: "maps/**/*.yaml". The error that comes with a result is for a file that
// cannot be read at all; then the result has its name alone. A pattern that is malformed, a folder
// that cannot be listed, and a context that is done are yielded as errors without a result, and end
// the sequence. A pattern that matches nothing yields nothing.
func LoadAll(ctx context.Context, fsys fs.FS, pattern string, opts ...Option) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		names, err := glob(fsys, pattern)
		if err != nil {
			yield(nil, err)
			return
		}
		readNames(ctx, fsys, names, opts, yield)
	}
}

// readNames keeps a few readings under way ahead of the one that is yielded, and returns when all
// of them have ended.
func readNames(ctx context.Context, fsys fs.FS, names []string, opts []Option, yield func(*Result, error) bool) {
	ahead := runtime.GOMAXPROCS(0)
	type reading struct {
		res *Result
		err error
	}
	var running sync.WaitGroup
	defer running.Wait()
	queue := make(chan chan reading, ahead)
	start := func(name string) {
		done := make(chan reading, 1)
		running.Go(func() {
			res, err := loadFS(fsys, name, opts)
			if err != nil {
				res = &Result{Name: name}
			}
			done <- reading{res, err}
		})
		queue <- done
	}
	for len(names) > 0 || len(queue) > 0 {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		for len(names) > 0 && len(queue) < ahead {
			start(names[0])
			names = names[1:]
		}
		next := <-<-queue
		if !yield(next.res, next.err) {
			return
		}
	}
}

// glob lists the files that match a pattern, sorted by name.
func glob(fsys fs.FS, pattern string) ([]string, error) {
	pattern = path.Clean(pattern)
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, configure([]Option{Name(pattern)}).failed(err)
	}
	var names []string
	parts := strings.Split(pattern, "/")
	err := fs.WalkDir(fsys, root(parts), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && tooFar(parts, name) {
			return fs.SkipDir
		}
		if !d.IsDir() && matches(parts, strings.Split(name, "/")) {
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return nil, configure([]Option{Name(pattern)}).failed(err)
	}
	return names, nil
}

// tooFar reports whether nothing in a folder can match, because the pattern has no more parts.
func tooFar(parts []string, folder string) bool {
	return folder != "." && !slices.Contains(parts, "**") && strings.Count(folder, "/")+1 >= len(parts)
}

// root returns the folder below which everything is that can match.
func root(parts []string) string {
	n := 0
	for n < len(parts)-1 && !strings.ContainsAny(parts[n], `*?[\`) {
		n++
	}
	return path.Join(append([]string{"."}, parts[:n]...)...)
}

// matches reports whether the parts of a name match those of a pattern. It keeps the set of places
// in the pattern that are reached, so that costs are the product of the two lengths at most.
func matches(pattern, name []string) bool {
	reached := make([]bool, len(pattern)+1)
	reached[0] = true
	spread(pattern, reached)
	for _, part := range name {
		next := make([]bool, len(pattern)+1)
		for i, p := range pattern {
			switch {
			case !reached[i]:
			case p == "**":
				next[i] = true
			default:
				if ok, _ := path.Match(p, part); ok {
					next[i+1] = true
				}
			}
		}
		spread(pattern, next)
		reached = next
	}
	return reached[len(pattern)]
}

// spread lets every ** stand for no folder at all.
func spread(pattern []string, reached []bool) {
	for i, p := range pattern {
		if reached[i] && p == "**" {
			reached[i+1] = true
		}
	}
}
