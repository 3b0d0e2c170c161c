package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/outcomemap/outcomemap/schema"
)

// expand lists the files that arguments name, in their order, each once: a file is itself, whatever
// its name; a folder is all the map files in it; a pattern is all the files that match.
func expand(args []string) ([]string, error) {
	if len(args) == 0 {
		return nil, errors.New("no file given")
	}
	var names []string
	seen := map[string]bool{}
	for _, arg := range args {
		list, err := expandOne(arg)
		if err != nil {
			return nil, err
		}
		for _, name := range list {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names, nil
}

func expandOne(arg string) (names []string, err error) {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		names, err = walk(arg, func(name string) bool {
			_, err := schema.FormatOf(name)
			return err == nil
		})
	case err != nil && strings.ContainsAny(arg, "*?"):
		matches := pattern(arg)
		names, err = walk(root(arg), func(name string) bool { return matches.MatchString(filepath.ToSlash(name)) })
	default:
		return []string{arg}, nil // one that is not there is found out when it is read
	}
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no map file in %s", arg)
	}
	return names, err
}

// walk lists the files below a folder that are wanted, sorted by name. Folders whose name starts with
// a dot are left out.
func walk(folder string, wanted func(string) bool) (names []string, err error) {
	err = filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != folder && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir() && wanted(name):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// root returns the folder that everything is in that a pattern can match.
func root(pattern string) string {
	return filepath.Dir(pattern[:strings.IndexAny(pattern, "*?")] + "x")
}

// pattern turns ** into any number of folders, * into any text within a name, ? into one character.
func pattern(glob string) *regexp.Regexp {
	expr := regexp.QuoteMeta(filepath.ToSlash(filepath.Clean(glob)))
	expr = strings.NewReplacer(`\*\*/`, `(.*/)?`, `\*\*`, `.*`, `\*`, `[^/]*`, `\?`, `[^/]`).Replace(expr)
	return regexp.MustCompile("^" + expr + "$")
}
