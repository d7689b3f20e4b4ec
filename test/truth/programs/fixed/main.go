// Command fixed asks for a static link in its own source.
package main

// #cgo LDFLAGS: -static
// #include <stdlib.h>
import "C"

func main() { println("fixed", C.abs(-1)) }
