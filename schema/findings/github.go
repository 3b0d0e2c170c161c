package findings

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
)

// github prints each finding as one workflow command. A runner shows at most ten of each severity
// for a step. There is no summary: it would be one more annotation.
func (c *config) github(w io.Writer, fs []outcome.Finding) {
	lib := library{open: c.open}
	for i := range fs {
		f := &fs[i]
		var fields []string
		add := func(name, value string) { fields = append(fields, name+"="+property.Replace(harmless.Text(value, ""))) }
		if f.Pos.File != "" {
			add("file", c.fromRoot(f.Pos.File))
		}
		if f.Pos.Line > 0 {
			add("line", strconv.Itoa(f.Pos.Line))
			if f.Pos.Column > 0 {
				add("col", strconv.Itoa(f.Pos.Column))
			}
			if end := lib.endColumn(f.Pos); end > 0 {
				add("endColumn", strconv.Itoa(end))
			}
		}
		add("title", f.Rule)
		text := message(f)
		if f.Pos.Line == 0 && f.Pointer != "" {
			text = f.Pointer + ": " + text
		}
		fmt.Fprintf(w, "::%s %s::%s\n", command(f.Severity), strings.Join(fields, ","), data.Replace(harmless.Text(text, "\r\n")))
	}
}

// Escapes of workflow commands, as the runner undoes them: more in a property than in the message.
var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func command(s outcome.Severity) string {
	if s == outcome.Info {
		return "notice"
	}
	return s.String()
}

// message is what a finding says, with its hint and the reason for its severity.
func message(f *outcome.Finding) string {
	text := f.Message
	if f.Hint != "" {
		text += " (" + f.Hint + ")"
	}
	if f.Because != "" {
		text += " (because: " + f.Because + ")"
	}
	return text
}

// endColumn returns the column behind the last of a value's first line, in code points, or 0 where
// it is not known.
func (l *library) endColumn(p outcome.Position) int {
	if p.Length <= 0 || p.Column <= 0 {
		return 0
	}
	at, ok := l.find(p)
	if !ok {
		return 0
	}
	return p.Column + at.runes()
}
