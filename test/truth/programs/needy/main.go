// Command needy reaches a package that is nothing without cgo.
package main

import "example.com/oracle/needy/dep"

func main() { println("needy", dep.Size()) }
