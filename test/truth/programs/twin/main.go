// Command twin reaches a package that is built with cgo or without.
package main

import "example.com/oracle/twin/store"

func main() { println("twin", store.Open()) }
