//go:build !cgo

package store

// Open says how it was built.
func Open() string { return "pure" }
