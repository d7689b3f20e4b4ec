// Command broken reaches a package that names what only its C file defines.
package main

import "example.com/oracle/broken/part"

func main() { println("broken", part.Size()) }
