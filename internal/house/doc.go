// Package house holds no code: its test holds the imports of this module against the house as
// CONTRIBUTING.md draws it.
package house
