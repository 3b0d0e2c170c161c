package harmless

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestText(t *testing.T) {
	for _, tt := range []struct{ why, in, want string }{
		{"plain text stays", "a é 日 👨\u200d👩 \u200c", "a é 日 👨\u200d👩 \u200c"},
		{"controls of old", "\x00\x1b[0m\x7f\t\n", "<U+0000><U+001B>[0m<U+007F><U+0009><U+000A>"},
		{"controls of ISO 6429", "\u0085\u009b", "<U+0085><U+009B>"},
		{"what turns the direction of writing", "\u061c\u200e\u200f\u202a\u202e\u2066\u2069", "<U+061C><U+200E><U+200F><U+202A><U+202E><U+2066><U+2069>"},
		{"what ends a line", "\u2028\u2029", "<U+2028><U+2029>"},
		{"what nobody sees", "\u200b\u2060\ufeff\U000e0041", "<U+200B><U+2060><U+FEFF><U+E0041>"},
		{"no characters", "\ufffe\U0010ffff", "<U+FFFE><U+10FFFF>"},
		{"no UTF-8", "a\xffb\xc3", "a<0xFF>b<0xC3>"},
		{"a replacement character is one", "\ufffd", "\ufffd"},
	} {
		assert.Equal(t, tt.want, Text(tt.in, ""), tt.why)
		assert.Equal(t, tt.in == tt.want, Is(tt.in), tt.why)
		assert.True(t, Is(Text(tt.in, "")), tt.why)
	}
	assert.Equal(t, "a\tb\n<U+0000>", Text("a\tb\n\x00", "\t\n"))
}
