package findings

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
)

// "x-valid": printing a thousand findings with excerpts, of a file of 4 MB, over a bare json.Valid
// of that file, turn by turn so that a busy machine slows both. Once with a stone a line, once with
// all of the file on one line.
func BenchmarkText(b *testing.B) {
	const stone = `{"id": "stone", "text": "A stepping stone, as long as they usually are, of 80 characters or so"},`
	for _, lineEnd := range []string{"\n", " "} {
		name := map[string]string{"\n": "many lines", " ": "one line"}[lineEnd]
		src := "[" + strings.Repeat(stone+lineEnd, 4<<20/len(stone)) + "0]"
		step := len(stone) + 1
		var fs []outcome.Finding
		for i := range 1000 {
			n := i * 40
			p := at("f", n+1, 9, 1+n*step+8, 7)
			if lineEnd == " " {
				p.Line, p.Column = 1, p.Offset+1
			}
			fs = append(fs, one(p))
		}
		b.Run(name, func(b *testing.B) {
			var ours, bare time.Duration
			for b.Loop() {
				t0 := time.Now()
				if err := Write(io.Discard, fs, Text, from(src), Excerpts(len(fs))); err != nil {
					b.Fatal(err)
				}
				t1 := time.Now()
				if !json.Valid([]byte(src)) {
					b.Fatal("the yardstick is not valid JSON")
				}
				ours, bare = ours+t1.Sub(t0), bare+time.Since(t1)
			}
			b.ReportMetric(float64(ours)/float64(bare), "x-valid")
			b.ReportMetric(float64(ours)/float64(b.N), "ns/op")
		})
	}
}
