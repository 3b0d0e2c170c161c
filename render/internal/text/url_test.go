package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

func TestSafeURL(t *testing.T) {
	for _, tt := range []struct {
		in   string
		safe bool
		why  string
	}{
		{"https://example.org/a?b=c#d", true, "https"},
		{"HTTP://example.org", true, "schemes are not case sensitive"},
		{"mailto:a@example.org", true, "mail"},
		{"#stone-7", true, "a place on the page"},
		{"./board.yaml", true, "relative"},
		{"//example.org/a", true, "relative to the scheme"},
		{"javascript:alert(1)", false, "runs code"},
		{"JaVaScRiPt:alert(1)", false, "runs code whatever its case"},
		{"java\tscript:alert(1)", false, "browsers drop tabs"},
		{" javascript:alert(1)", false, "browsers drop leading space"},
		{"\x01javascript:alert(1)", false, "and leading controls"},
		{"data:text/html,<script>", false, "carries a page of its own"},
		{"vbscript:x", false, "another that runs code"},
		{"file:///etc/passwd", false, "reads the disk"},
		{"https:\\\\example.org", false, "browsers read backslashes as slashes"},
		{"https:///nowhere", false, "no host"},
		{"http://[::1", false, "no address at all"},
		{"https://example.org/\xe2", false, "half a letter"},
		{"https://example.org/\u202egpj.exe", false, "reads otherwise than it is written"},
	} {
		want := ""
		if tt.safe {
			want = tt.in
		}
		assert.Equal(t, want, text.SafeURL(tt.in), "%q: %s", tt.in, tt.why)
	}
}
