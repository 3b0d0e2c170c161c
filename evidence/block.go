package evidence

// block hands out small slices of larger ones, since a scorecard is made of very many small lists.
type block[T any] struct{ free []T }

// take returns n zero values that are the caller's own; nil for none.
func (b *block[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(b.free) {
		b.free = make([]T, max(n, 64))
	}
	taken := b.free[:n:n]
	b.free = b.free[n:]
	return taken
}
