package findings

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/require"
)

// Any finding in any file prints in every format: text and commands without a raw control
// character, a command a finding, JSON that reads back, SARIF that its schema accepts.
func FuzzWrite(f *testing.F) {
	f.Add("OM201", "m", "h", "b", "/p", "a.json", "{\n  \"x\": 1\n}", 2, 3, 4, 3, int8(2))
	f.Add("OM999", "{0} ](x)\r\n", "\x1b[2J", "\u202e", "/~1/%", "C:\\a:b,c\n%", "\ufeff\t日本\u202d", 1, 1, 3, 9, int8(4))
	f.Add("\xff", "\xf0\x9f", "\u2028", "\U000e0041", "\xc3", "\x00", "e\u0301\xff\r\n\n🏴\U000e0067", 1, 9, -5, -1, int8(3))
	f.Add("OM101", "", "", "", "", "//x/../..", strings.Repeat("日x\t", 200), 1, 400, 1200, 1<<30, int8(4))
	f.Fuzz(func(t *testing.T, rule, message, hint, because, pointer, file, src string, line, column, offset, length int, severity int8) {
		place := outcome.Place{Pointer: pointer, Pos: at(file, line, column, offset, length)}
		fs := []outcome.Finding{
			{Rule: rule, Severity: outcome.Severity(severity), Message: message, Hint: hint, Because: because, Place: place, Related: []outcome.Place{place, {}}},
			{Rule: "OM202", Severity: outcome.Error, Related: []outcome.Place{place}},
		}
		if severity < int8(outcome.Info) || severity > int8(outcome.Error) {
			require.Error(t, Write(new(strings.Builder), fs, Text))
			return
		}
		opts := []Option{from(src), Width(length), Root(hint)}
		for _, format := range []Format{Text, JSON, SARIF, GitHub} {
			out := printed(t, format, fs, opts...)
			for _, r := range strings.ReplaceAll(out, "\n", "") {
				require.False(t, harmless.Unsafe(r) && !flagTag(r), "%s has %U: %q", format, r, out)
			}
		}
		require.Equal(t, 2, strings.Count(printed(t, GitHub, fs, opts...), "\n"))
		requireSARIF(t, printed(t, SARIF, fs, opts...))

		var got struct{ Findings []outcome.Finding }
		require.NoError(t, json.Unmarshal([]byte(printed(t, JSON, fs, opts...)), &got))
		for i := range fs {
			require.Equal(t, string([]rune(fs[i].Message)), got.Findings[i].Message)
			require.Equal(t, fs[i].Severity, got.Findings[i].Severity)
			require.Equal(t, fs[i].Pos.Line, got.Findings[i].Pos.Line)
		}
	})
}

// flagTag reports whether r is a tag, which an excerpt leaves in a flag.
func flagTag(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }
