package bayes

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Against package math, which loses digits close to 1: there against its Log1p.
func TestLogarithms(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1614))
	for range 100_000 {
		x := math.Ldexp(0.5+r.Float64()/2, r.IntN(200)-100)
		assertClose(t, math.Log2(x), log2(x), 0x1p-51, x)
		assertClose(t, math.Log10(x), log10(x), 0x1p-51, x)
		f := (r.Float64() - 0.5) / 4
		assertClose(t, math.Log1p(f)/math.Ln2, log2(1+f), 0x1p-53, x) // 1+f is rounded
	}
	for exp := -1074; exp < 1024; exp++ {
		assert.Equal(t, float64(exp), log2(math.Ldexp(1, exp)))
	}
	for _, x := range []float64{0, math.Inf(1), math.NaN(), -1} {
		want, got := math.Log2(x), log2(x)
		assert.True(t, want == got || math.IsNaN(want) && math.IsNaN(got), "%v: %v, want %v", x, got, want)
	}
}

func assertClose(t *testing.T, want, got, unit, x float64) {
	t.Helper()
	if math.Abs(want-got) > 2*unit*max(1, math.Abs(want)) {
		t.Fatalf("logarithm of %v: %v, want %v", x, got, want)
	}
}

// The bits themselves, which have to be these on every machine: a sum over many arguments whose order
// is fixed, in exact arithmetic.
func TestLogarithmsHaveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 1614))
	sum := new(big.Float).SetPrec(200)
	for range 10_000 {
		sum.Add(sum, big.NewFloat(log2(r.Float64())))
	}
	assert.Equal(t, wantBits, sum.Text('p', 0))
}

// As the first machine gave them that this ran on; what matters is that all others give the same.
const wantBits = "-0x.df95664f7d4ab0acb8c2p+14"
