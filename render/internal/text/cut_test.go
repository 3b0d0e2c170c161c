package text

import (
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var plainEnglish = regexp.MustCompile(`^([A-Za-z0-9]+[,.]?( |$))*$`)

// The short way for plain English is taken for just such texts, and cuts and measures them as the long one does.
func TestTheShortWayIsTheLongOne(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 22))
	taken := 0
	for range 20_000 {
		const edges = "azAZ09az mn,. " // of the ranges of letters, and beyond them
		s := make([]byte, r.IntN(12))
		for i := range s {
			s[i] = edges[r.IntN(len(edges))]
			if r.IntN(40) == 0 {
				s[i] = byte(' ' + r.IntN('~'-' '+1))
			}
		}
		f := Face{Size: 7 + 20*r.Float64(), Bold: r.IntN(2) == 0}
		in := new(Room)
		short := in.simple(string(s), f.Size, f.Bold)
		require.Equal(t, plainEnglish.Match(s), short, "%q", s)
		if short {
			require.Equal(t, f.cut(nil, string(s)), in.pieces, "%q", s)
			taken++
		}
		f.Measure = Width
		own := f.Measured(string(s), new(Room))
		require.Equal(t, f.cut(nil, string(s)), own.pieces, "%q, by a measure of the caller's", s)
	}
	assert.Greater(t, taken, 2_000)
	for _, c := range []byte("/0189:@ABYZ[`abyz{") { // each end of a range, and what is beyond it
		assert.Equal(t, plainEnglish.Match([]byte{c}), new(Room).simple(string(c), 1, false), "%q", c)
	}
}

// An empty room holds what is measured next alone, and takes about as many pieces as it was told to.
func TestEmptyRoom(t *testing.T) {
	in := new(Room)
	Face{Size: 10}.Measured("Lunch clubs for all", in)
	require.Len(t, in.pieces, 4)
	in.Empty(1000)
	assert.Empty(t, in.pieces)
	assert.GreaterOrEqual(t, cap(in.pieces), 200, "of five letters each")
	assert.Less(t, cap(in.pieces), 400)
	assert.Len(t, Face{Size: 10}.Measured("Neighbours meet", in).pieces, 2)
	assert.Len(t, in.pieces, 2)
}
