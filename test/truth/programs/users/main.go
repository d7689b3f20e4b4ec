// Command users reaches package os/user.
package main

import "os/user"

func main() {
	_, err := user.Current()
	println("users", err == nil)
}
