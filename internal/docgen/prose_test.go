package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
)

// prose reads the pages that people wrote, by name from the top; those made from the code hold anyway.
func prose(t *testing.T) map[string]string {
	t.Helper()
	top, err := repository()
	require.NoError(t, err)
	all := map[string]string{}
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		names, err := filepath.Glob(filepath.Join(top, filepath.FromSlash(pattern)))
		require.NoError(t, err)
		for _, file := range names {
			name := path.Join(path.Dir(pattern), filepath.Base(file))
			if _, made := pages()[name]; made {
				continue
			}
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			all[name] = string(text)
		}
	}
	require.Contains(t, all, "README.md")
	return all
}

// blocks returns the code of one language on a page.
func blocks(text, language string) (all []string) {
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```").FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return all
}

var qualified = regexp.MustCompile(`\b([a-z]+)\.([A-Z]\w*)`)

// What a page calls by name can be called: names of packages as their API is kept, "Index.Name" as a
// method or a field.
func TestNamesOnPagesExist(t *testing.T) {
	exported := map[string]bool{}
	members := regexp.MustCompile(`^(?:func \(\*?(\w+)[^)]*\)\.(\w+)|type (\w+)[^,]*, (?:embedded )?(\w+))`)
	plain := regexp.MustCompile(`^(?:func|type|const|var) (\w+)`)
	for _, dir := range kitchens {
		for line := range strings.Lines(string(pages()["api/"+dir+".txt"]())) {
			if m := members.FindStringSubmatch(line); m != nil {
				exported[m[1]+m[3]+"."+m[2]+m[4]] = true
			} else if m := plain.FindStringSubmatch(line); m != nil {
				exported[path.Base(dir)+"."+m[1]] = true
			}
		}
	}
	ours := func(pkg string) bool {
		return slices.ContainsFunc(kitchens, func(dir string) bool { return path.Base(dir) == pkg })
	}
	found := 0
	for page, text := range prose(t) {
		for _, m := range qualified.FindAllStringSubmatch(text, -1) {
			if ours(m[1]) {
				found++
				assert.True(t, exported[m[0]], "%s: there is no %s", page, m[0])
			}
		}
		for _, m := range regexp.MustCompile("`([A-Z]\\w+)\\.([A-Z]\\w+)`").FindAllStringSubmatch(text, -1) {
			assert.True(t, exported[m[1]+"."+m[2]], "%s: there is no %s.%s", page, m[1], m[2])
		}
	}
	assert.Greater(t, found, 50, "is the pattern still right?")
}

// A map on a page can be read, and so can a part of one when it is put behind the README's map.
func TestMapsOnPagesAreSound(t *testing.T) {
	whole := blocks(prose(t)["README.md"], "yaml")[0]
	read := 0
	for page, text := range prose(t) {
		for _, block := range blocks(text, "yaml") {
			if strings.Contains(block, "\njobs:\n") {
				continue // a workflow, not a map
			}
			if !strings.Contains(block, "outcomeMap:") {
				block = whole + block
			}
			_, err := schema.Read(strings.NewReader(block), schema.Name("block.yaml"), schema.Profile(outcome.Review))
			assert.NoError(t, err, page)
			read++
		}
	}
	assert.Greater(t, read, 3)
}

// Go on a page that is no whole program compiles: declarations as a test file, with what is used of the
// standard library.
func TestCodeOnPagesCompiles(t *testing.T) {
	top, err := repository()
	require.NoError(t, err)
	for page, text := range prose(t) {
		for _, block := range blocks(text, "go") {
			if strings.HasPrefix(block, "package ") {
				continue // runs, in TestProgramsOnPagesRun
			}
			head := "package page\n"
			for _, name := range []string{"os", "testing"} {
				if strings.Contains(block, name+".") {
					head += "import \"" + name + "\"\n"
				}
			}
			file := filepath.Join(t.TempDir(), "page_test.go")
			require.NoError(t, os.WriteFile(file, []byte(head+block), 0o600))
			cmd := exec.CommandContext(t.Context(), "go", "vet", file)
			cmd.Dir = top
			out, err := cmd.CombinedOutput()
			assert.NoError(t, err, "%s: %s", page, out)
		}
	}
}

var (
	command  = regexp.MustCompile(`(?:go run \S*/examples/|\(examples/)(\w+)(?:@latest|\))?(.*(?:\n +\[.*)*)`)
	given    = regexp.MustCompile("[\\[ `]-([a-z][a-z-]*)")
	declared = regexp.MustCompile(`(?:flags?)\.(?:String|Int|Bool|Func)\("([a-z-]+)"`)
)

// Commands on a page name flags that the program has, and the README names all of them.
func TestCommandsOnPages(t *testing.T) {
	top, err := repository()
	require.NoError(t, err)
	flags := map[string][]string{}
	programs, err := filepath.Glob(filepath.Join(top, "examples", "*", "main.go"))
	require.NoError(t, err)
	comments := map[string]string{}
	for _, file := range programs {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		name := filepath.Base(filepath.Dir(file))
		flags[name] = []string{}
		for _, m := range declared.FindAllStringSubmatch(string(text), -1) {
			flags[name] = append(flags[name], m[1])
		}
		comment, _, _ := strings.Cut(string(text), "package main")
		comments[file] = strings.ReplaceAll(comment, "\n//\t ", "\n ")
	}
	require.Contains(t, flags["render"], "theme", "is the pattern still right?")

	named := map[string]map[string]bool{} // in the README, by program
	look := func(page, text string) {
		for _, m := range command.FindAllStringSubmatch(text, -1) {
			has, known := flags[m[1]]
			if !known && m[1] != "gate" && m[1] != "maps" {
				assert.Fail(t, "no such program", "%s: %s", page, m[0])
			}
			line, _, _ := strings.Cut(m[2], " # ")
			for _, f := range given.FindAllStringSubmatch(line, -1) {
				if known {
					assert.Contains(t, has, f[1], "%s: %s has no flag -%s", page, m[1], f[1])
				}
				if page == "README.md" {
					if named[m[1]] == nil {
						named[m[1]] = map[string]bool{}
					}
					named[m[1]][f[1]] = true
				}
			}
		}
	}
	for page, text := range prose(t) {
		look(page, text)
	}
	for file, text := range comments {
		look(file, text)
	}
	for program, has := range flags {
		for _, f := range has {
			assert.True(t, named[program][f], "README.md does not say that %s has -%s", program, f)
		}
	}
}

// A dependency is there for a reason that its users can read, and so is each package.
func TestChangelogIsWhole(t *testing.T) {
	top, err := repository()
	require.NoError(t, err)
	text := prose(t)["CHANGELOG.md"]
	modules, err := os.ReadFile(filepath.Join(top, "go.mod"))
	require.NoError(t, err)
	direct := regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(string(modules), -1)
	assert.NotEmpty(t, direct)
	for _, m := range direct {
		assert.Contains(t, text, "`"+m[1]+"`", "say why it is needed")
	}
	for _, dir := range kitchens {
		assert.Contains(t, text, "`"+dir+"`", "say what it brings")
	}
}

var snake = regexp.MustCompile(`(?:^|[^.\w])([a-z]+(?:_[a-z]+)+)\b`)

// The page for researchers tells what each column of the tidy table is, and its snippets use no other.
func TestColumnsOnPage(t *testing.T) {
	var table bytes.Buffer
	require.NoError(t, render.Table(&table, &outcome.Map{}, nil, render.CSV))
	header, err := table.ReadString('\n')
	if !errors.Is(err, io.EOF) {
		require.NoError(t, err)
	}
	columns := strings.Split(strings.TrimSpace(header), ",")
	page := prose(t)["docs/researchers.md"]

	var told []string
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, "| `") {
			cell, _, _ := strings.Cut(line[2:], " |")
			for name := range strings.SplitSeq(cell, ", ") {
				told = append(told, strings.Trim(name, "`"))
			}
		}
	}
	assert.Equal(t, columns, told, "the table on the page, in the order of the columns")
	for _, language := range []string{"r", "python"} {
		require.NotEmpty(t, blocks(page, language))
		for _, block := range blocks(page, language) {
			for _, m := range snake.FindAllStringSubmatch(block, -1) {
				assert.Contains(t, columns, m[1], language)
			}
		}
	}
}
