package findings

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// Summary counts findings by severity, and files.
type Summary struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
	Files    int `json:"files"` // that were checked where [Checked] says so, else those with findings
}

// Count counts findings, and the files that they lie in.
func Count(fs []outcome.Finding) Summary {
	var s Summary
	files := map[string]bool{}
	for i := range fs {
		switch fs[i].Severity {
		case outcome.Error:
			s.Errors++
		case outcome.Warning:
			s.Warnings++
		case outcome.Info:
			s.Infos++
		}
		if file := fs[i].Pos.File; file != "" && !files[file] {
			files[file] = true
			s.Files++
		}
	}
	return s
}

// String returns a line such as "2 errors, 1 warning in 3 files".
func (s Summary) String() string {
	var parts []string
	if s.Errors > 0 {
		parts = append(parts, plural(s.Errors, "error"))
	}
	if s.Warnings > 0 {
		parts = append(parts, plural(s.Warnings, "warning"))
	}
	if s.Infos > 0 {
		parts = append(parts, fmt.Sprintf("%d info", s.Infos))
	}
	line := strings.Join(parts, ", ")
	if line == "" {
		line = "no findings"
	}
	if s.Files > 0 {
		line += " in " + plural(s.Files, "file")
	}
	return line
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
