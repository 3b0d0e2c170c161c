package schema

import (
	"io/fs"
	"os"

	"github.com/outcomemap/outcomemap/outcome"
)

// ReadFile reads and checks the map file of that name, as [Read] does.
func ReadFile(name string, opts ...Option) (*outcome.Map, error) {
	return ReadFS(disk{}, name, opts...)
}

// disk is the file system of the machine, with any name that it takes.
type disk struct{}

func (disk) Open(name string) (fs.File, error) { return os.Open(name) }

// LoadFile loads the map file of that name, as [Load] does: with all findings, warnings too, and with
// what could be read of a faulty file. A file that cannot be opened is an error.
func LoadFile(name string, opts ...Option) (*Result, error) {
	return loadFS(disk{}, name, opts)
}

// ReadFS reads and checks a map file of a file system, as [Read] does.
func ReadFS(fsys fs.FS, name string, opts ...Option) (*outcome.Map, error) {
	f, err := open(fsys, name, opts)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f, named(name, opts)...)
}

func loadFS(fsys fs.FS, name string, opts []Option) (*Result, error) {
	f, err := open(fsys, name, opts)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Load(f, named(name, opts)...)
}

// open opens a file. A file system that gives neither a file nor an error is at fault, and must not take
// down the program that reads it.
func open(fsys fs.FS, name string, opts []Option) (fs.File, error) {
	f, err := fsys.Open(name)
	if err == nil && f == nil {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, configure(named(name, opts)).failed(err)
	}
	return f, nil
}

// named puts the name first, so that the caller's own [Name] wins.
func named(name string, opts []Option) []Option {
	return append([]Option{Name(name)}, opts...)
}
