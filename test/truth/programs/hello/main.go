// Command hello reaches nothing that uses cgo.
package main

import "fmt"

func main() { fmt.Println("hello") }
