package render_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render"
)

// A picture is written in pieces of about 32 KB, and none after one that could not be written.
func TestSVGIsWrittenInPieces(t *testing.T) {
	const piece = 32 << 10
	m := sized(600)
	var whole bytes.Buffer
	require.NoError(t, render.SVG(&whole, m))
	w := limited{room: whole.Len()}
	require.NoError(t, render.SVG(&w, m))
	assert.GreaterOrEqual(t, w.calls, whole.Len()/(piece+piece/2))
	assert.Less(t, w.longest, piece+piece/2)
	for _, room := range []int{0, piece / 2, 2 * piece, whole.Len() - 1} {
		w := limited{room: room}
		require.ErrorIs(t, render.SVG(&w, m), errFull)
		assert.LessOrEqual(t, w.calls, room/piece+1)
	}
}

// limited is a writer with room for so many bytes.
type limited struct{ room, calls, longest int }

func (w *limited) Write(b []byte) (int, error) {
	w.calls++
	w.longest = max(w.longest, len(b))
	if w.room -= len(b); w.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// A writer that fails is the caller's to hear of; what fails before leaves it untouched.
func TestSVGWritesNothingOnError(t *testing.T) {
	var b bytes.Buffer
	require.Error(t, render.SVG(&b, small(), render.Pathway("z")))
	assert.Zero(t, b.Len())
}

// Half a picture must not pass for a whole one, be it that the writer says so or that it keeps it to itself.
func TestWritersThatFail(t *testing.T) {
	m, cards := small(), evidence.Score(small().Pathways, &small().Evidence)
	for name, draw := range map[string]func(io.Writer) error{
		"SVG":      func(w io.Writer) error { return render.SVG(w, m) },
		"DOT":      func(w io.Writer) error { return render.DOT(w, m) },
		"Mermaid":  func(w io.Writer) error { return render.Mermaid(w, m) },
		"Markdown": func(w io.Writer) error { return render.Markdown(w, m) },
		"Text":     func(w io.Writer) error { return render.Text(w, m) },
		"Overview": func(w io.Writer) error { return render.Overview(w, m) },
		"Explain":  func(w io.Writer) error { return render.Explain(w, m, cards) },
		"CSV":      func(w io.Writer) error { return render.Table(w, m, cards, render.CSV) },
		"JSON":     func(w io.Writer) error { return render.Table(w, m, cards, render.JSON) },
	} {
		assert.ErrorIs(t, draw(full{}), errFull, name)
		assert.ErrorIs(t, draw(half{}), io.ErrShortWrite, name)
	}
}

// half loses half of what it is given and says nothing of it.
type half struct{}

func (half) Write(b []byte) (int, error) { return len(b) / 2, nil }

var errFull = errors.New("no room")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
