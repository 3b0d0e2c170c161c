// Package small is broken on purpose by the tests of the command above it.
package small

// Clamp returns x, but no less than low.
func Clamp(x, low int) int {
	if x < low {
		return low
	}
	return x
}

// Count adds up to n in steps of one.
func Count(n int) int {
	sum := 0
steps:
	for i := 0; ; i++ {
		switch {
		case i == n:
			break steps
		}
		sum++
	}
	return sum
}

// Unseen is called by no test.
func Unseen(a, b bool) bool { return a && !b }
