// Package output writes to a writer that is not ours: whole, or with an error. A writer that takes less
// than it was given and calls that no error breaks the rules of [io.Writer]; what it lost must not
// pass for a whole file all the same.
package output

import "io"

// Write writes b whole.
func Write(w io.Writer, b []byte) error {
	n, err := w.Write(b)
	return whole(n, len(b), err)
}

// WriteString writes s whole.
func WriteString(w io.Writer, s string) error {
	n, err := io.WriteString(w, s)
	return whole(n, len(s), err)
}

func whole(n, want int, err error) error {
	if err == nil && n < want {
		return io.ErrShortWrite
	}
	return err
}
