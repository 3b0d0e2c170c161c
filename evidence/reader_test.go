package evidence_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
)

// Neither who reads which pathways nor who scores them is to be seen in what comes of it.
func TestProcessorsChangeNothing(t *testing.T) {
	m := big(300, 20)
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	cards, gaps := evidence.Score(m.Pathways, &m.Evidence), evidence.NewIndex(&m.Evidence).Gaps()
	for _, n := range []int{2, 3, 8, 40} { // with more processors than pathways, too
		runtime.GOMAXPROCS(n)
		assert.Equal(t, cards, evidence.Score(m.Pathways, &m.Evidence), n)
		assert.Equal(t, gaps, evidence.NewIndex(&m.Evidence).Gaps(), n)
	}
}
