// Package schema reads and writes map files.
package schema
