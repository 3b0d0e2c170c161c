package output_test

import (
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/internal/output"
)

// taking takes so many bytes and gives that error.
type taking struct {
	n   int
	err error
}

func (t taking) Write([]byte) (int, error) { return t.n, t.err }

func TestWrite(t *testing.T) {
	full := errors.New("disk full")
	for _, tt := range []struct {
		why  string
		w    io.Writer
		want error
	}{
		{"all of it", taking{4, nil}, nil},
		{"less, and not a word of it", taking{3, nil}, io.ErrShortWrite},
		{"less, and it says so", taking{3, full}, full},
		{"all of it, and then an error", taking{4, full}, full},
		{"more, as a writer says that counts what it made of it", taking{9, nil}, nil},
	} {
		assert.Equal(t, tt.want, output.Write(tt.w, []byte("four")), tt.why)
		assert.Equal(t, tt.want, output.WriteString(tt.w, "four"), tt.why)
	}
}
