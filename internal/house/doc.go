// Package house holds no code: its tests hold this module to the house as CONTRIBUTING.md draws it: who
// imports what, what that costs, how options are named, how the programs exit.
package house
